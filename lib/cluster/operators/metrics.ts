import type { HistogramView } from '../../core/index.js'
import type { Driver } from '../driver/driver.js'
import type { ClusterStats } from './cluster-stats.js'

/** Everything that is counted, and how it is spread: plain numbers. */
export interface ClusterMetrics {
  readonly counters: ClusterStats
  readonly gauges: {
    readonly live: number
    readonly health: number
    readonly rumours: number
    readonly suspicions: number
    readonly watches: number
  }
  readonly histograms: {
    /** Round trips of direct probes. */
    readonly roundTripMs: HistogramView
    /** How late ticks came. */
    readonly lateMs: HistogramView
    /** How long suspicions lasted, however they ended. */
    readonly suspicionMs: HistogramView
  }
}

export function metricsOf(
  { node, journal, silentStreams }: Pick<Driver, 'node' | 'journal' | 'silentStreams'>,
  counters: ClusterStats,
): ClusterMetrics {
  const { roundTripMs, lateMs, suspicionMs } = journal
  return {
    counters,
    gauges: {
      live: node.liveCount,
      health: node.health,
      rumours: node.rumourCount,
      suspicions: node.inside.suspicions.size,
      watches: silentStreams.open,
    },
    histograms: {
      roundTripMs: roundTripMs.view,
      lateMs: lateMs.view,
      suspicionMs: suspicionMs.view,
    },
  }
}
