/** What a node has to do, by its place in the agenda. */
export const DUE = {
  /** The pending stage of the probe ends; Infinity while there is none. */
  probeStage: 0,
  /** The next probe starts. */
  nextProbe: 1,
  /** A nack is due, or a relayed probe ends. */
  relayed: 2,
  /** A suspicion ends. */
  suspicion: 3,
  /** A round of gossip. */
  gossip: 4,
  /** A faulty member is tried again. */
  reconnect: 5,
  /** Tombstones are looked through. */
  forget: 6,
  /** The deadline that the last input returned: how late a tick comes is measured against it. */
  expectedTick: 7,
  /** No verdict is given before this time; −Infinity: we may judge. */
  verdicts: 8,
  /** Another process has taken our id: we have stopped; Infinity: none has. */
  superseded: 9,
} as const

/**
 * When a node has to do what: absolute deadlines in milliseconds, indexed by `DUE`, Infinity for none. One
 * small array: all of them are read after each input, and V8 boxes a field that holds a double, so that
 * each write of one would allocate.
 */
export type Agenda = Float64Array

export function newAgenda(): Agenda {
  const agenda = new Float64Array(Object.keys(DUE).length).fill(Infinity)
  agenda[DUE.verdicts] = -Infinity
  return agenda
}
