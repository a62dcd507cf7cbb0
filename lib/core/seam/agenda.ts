/**
 * What a node has to do when: absolute deadlines in milliseconds, Infinity for none. One small
 * array, because all of them are looked at after each input, and because a field that holds a
 * fraction or Infinity is an object of its own to the engine that runs us.
 */
export type Agenda = Float64Array

/** The pending stage of the probe ends; Infinity while there is none. */
export const STAGE = 0
/** The next probe starts. */
export const PERIOD = 1
/** A nack is due, or a relayed probe ends. */
export const RELAY = 2
/** A suspicion ends. */
export const SUSPICION = 3
/** A round of gossip. */
export const GOSSIP = 4
/** A faulty member is tried again. */
export const RECONNECT = 5
/** Tombstones are looked through. */
export const FORGET = 6
/** What the last input returned: what a tick is measured against. */
export const EXPECTED = 7
/** No verdict is given before this time; −Infinity: we may judge. */
export const PATIENCE = 8
/** Our part ended, since another process has taken our id. */
export const END = 9

export function newAgenda(): Agenda {
  const agenda = new Float64Array(10).fill(Infinity)
  agenda[PATIENCE] = -Infinity
  return agenda
}
