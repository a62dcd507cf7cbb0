export const HEALTH_MAX = 8

/**
 * Local health (Lifeguard §IV.A): how far this process should doubt itself. 0 is well, 8 is worst;
 * the probe period and its time-outs are multiplied by health + 1, so that a slow process accuses
 * its peers slowly.
 *
 *     probe answered in time          −1
 *     probe failed, nacks missing     +1 for each missing nack
 *     probe failed, nobody to ask     +1
 *     had to refute an accusation     +1
 *     a tick came late                +1
 */
export function healthAfter(points: number, change: number): number {
  return Math.min(HEALTH_MAX, Math.max(0, points + change))
}
