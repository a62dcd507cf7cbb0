/**
 * What the protocol has done since the start: plain counts, only ever rising. Nothing that comes in
 * from the network is logged; it is counted here, by reason.
 */
export interface Counters {
  datagramsSent: number
  bytesSent: number
  datagramsReceived: number
  bytesReceived: number
  probes: number
  /** Dropped whole: not a well-formed packet, over 65,507 bytes, or more than 127 updates. */
  droppedMalformed: number
  /** Dropped whole: of another cluster name or wire version. */
  droppedLabel: number
  /** Dropped whole: our own id as its sender. */
  droppedReflected: number
  /** Dropped whole: a ping that names somebody else, or a ping-req for nobody we know. */
  droppedTarget: number
  /** Dropped whole: a ping-req from somebody we do not know, or while too many are relayed. */
  droppedRelay: number
  /** Acks and nacks that answer nothing that is pending: late, doubled or forged. */
  staleAnswers: number
  /** Messages from those who are no live members. */
  droppedMessages: number
  /** Updates refused alone: an id, endpoint or metadata out of bounds. */
  refusedBounds: number
  /** Updates refused alone: an incarnation more than a day ahead of our clock. */
  refusedIncarnation: number
  /** Updates refused alone: the table is full (`membersMax`). */
  refusedFull: number
  /** Claims that are not signed by the member that they are about. */
  refusedSignature: number
  /** Probes without an answer by the end of the indirect budget. */
  probesFailed: number
  /** Probes saved by a relay or a stream. */
  probesRelayed: number
  /** Suspicions that this node raised itself. */
  accusations: number
  /** Accusations of ourselves that we denied. */
  refutations: number
  /** Members that this node itself declared faulty. */
  verdicts: number
  syncsOpened: number
  syncsAnswered: number
  /** Watched streams that ended without a goodbye. */
  resets: number
  /** Ticks that came later than a tenth of the probe time-out. */
  lateTicks: number
}

export function newCounters(): Counters {
  return {
    datagramsSent: 0,
    bytesSent: 0,
    datagramsReceived: 0,
    bytesReceived: 0,
    probes: 0,
    droppedMalformed: 0,
    droppedLabel: 0,
    droppedReflected: 0,
    droppedTarget: 0,
    droppedRelay: 0,
    staleAnswers: 0,
    droppedMessages: 0,
    refusedBounds: 0,
    refusedIncarnation: 0,
    refusedFull: 0,
    refusedSignature: 0,
    probesFailed: 0,
    probesRelayed: 0,
    accusations: 0,
    refutations: 0,
    verdicts: 0,
    syncsOpened: 0,
    syncsAnswered: 0,
    resets: 0,
    lateTicks: 0,
  }
}
