/** `gyre/http`: HTTP services on a ring. Each request is answered by the owner of its key. */
export { fetchOnRing, type FetchHandler, type FetchOnRingOptions } from './fetch-on-ring.js'
export { httpOnRing, type HttpHandler, type HttpOnRingOptions } from './http-on-ring.js'
