export { frame, FrameReader } from './frames.js'
export { noFailures, StreamRefused } from './transport.js'
export type { Receiver, Stream, Transport, TransportFailures } from './transport.js'
export { bindUdp } from './udp-transport.js'
