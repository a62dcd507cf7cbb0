/** What a message is sent for. */
export type MessageKind = 'request' | 'send' | 'query' | 'broadcast'

/** A message as its handler gets it. */
export interface Message {
  readonly topic: string
  readonly body: Uint8Array
  /** The id of the member that sent it. */
  readonly from: string
  /** What a handler returns answers a request or a query, and is for nobody else. */
  readonly kind: MessageKind
  /** Aborted when nobody waits for the answer any more: deadline, cancellation, or our own end. */
  readonly signal: AbortSignal
}

/** Handles the messages of one topic; what it returns answers a request or a query. */
export type Handler = (message: Message) => Uint8Array | void | Promise<Uint8Array | void>

/** How long to wait, and until when. */
export interface CallOptions {
  /**
   * Milliseconds after which it fails with `DEADLINE`. Range 1…3,600,000.
   * @default 5,000
   */
  readonly timeoutMs?: number
  /** Ends the wait with `ABORTED`; the handler's signal is aborted too. */
  readonly signal?: AbortSignal
}

export interface SendOptions extends CallOptions {
  /**
   * Over a stream, and resolved once the handler has returned; else in one datagram, which may be
   * lost, and resolved at once.
   * @default false
   */
  readonly reliable?: boolean
}

export interface QueryOptions extends CallOptions {
  /** @default all live members, ourselves included */
  readonly filter?: (member: { readonly id: string; readonly meta: Uint8Array }) => boolean
}

/** One member's answer to a query, or why there is none. */
export type Answer =
  | { readonly member: string; readonly body: Uint8Array; readonly error?: undefined }
  | { readonly member: string; readonly body?: undefined; readonly error: Error }

/** What was said and heard, for monitoring. */
export interface MessageCounters {
  /** Messages to single members: datagrams, and calls over streams. */
  messagesSent: number
  /** Those that came for our handlers, broadcasts included. */
  messagesReceived: number
  /** Datagrams and broadcasts for topics without a handler here, and of rings that are not open here. */
  messagesUnhandled: number
  /** Datagrams, forwarded requests and their replies in bytes that cannot be read; they change nothing. */
  messagesMalformed: number
  /** Calls that were not answered: deadline, unreachable, busy, or a handler that failed. */
  callsFailed: number
  /** Calls turned away because too many were under way. */
  callsRefused: number
  broadcastsSent: number
  /** Broadcasts that came again, and were not handled again. */
  broadcastsRepeated: number
  /** Broadcasts that gossip had missed, and a repair brought. */
  broadcastsRepaired: number
  /** Entries of others' states taken in. */
  stateChanges: number
  /** Pages of state fetched over streams. */
  statePages: number
}

export function newMessageCounters(): MessageCounters {
  return {
    messagesSent: 0,
    messagesReceived: 0,
    messagesUnhandled: 0,
    messagesMalformed: 0,
    callsFailed: 0,
    callsRefused: 0,
    broadcastsSent: 0,
    broadcastsRepeated: 0,
    broadcastsRepaired: 0,
    stateChanges: 0,
    statePages: 0,
  }
}
