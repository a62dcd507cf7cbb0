/** The codecs of what goes over streams and in users' datagrams, shared by cluster and simulator. */
export {
  decodeForwarded,
  decodeForwardReply,
  encodeForwarded,
  encodeForwardReply,
  KEY_BYTES_MAX,
  type Forwarded,
  type ForwardReply,
} from './envelope.js'
export {
  broadcastBytes,
  decodeBroadcasts,
  decodeFactsPage,
  decodeUserPacket,
  encodeBroadcasts,
  encodeFactsPage,
  encodeUserPacket,
  validTopic,
  type Broadcast,
  type ReceivedPacket,
} from './payload-codec.js'
export {
  decodeStream,
  encodeStream,
  type Call,
  type ChannelOpen,
  type KeyChange,
  type Reply,
  type StreamMessage,
  type StreamPing,
  type Told,
} from './stream-codec.js'
