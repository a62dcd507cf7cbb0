import { GyreError } from '../base/error.js'
import type { LeaseGrant, LeaseRequest, LeaseStore } from '../cluster/index.js'

/** Runs one statement with its values; a `pg` pool's `query` does. */
export type Query = (
  text: string,
  values: readonly unknown[],
) => Promise<{ readonly rows: readonly Record<string, unknown>[] }>

export interface PostgresLeasesOptions {
  readonly query: Query
  /**
   * The table, made when it is not there. Letters, digits and underscores, with a schema or without.
   * @default 'gyre_leases'
   */
  readonly table?: string
}

/**
 * Leases in a table, a row for each slot: ring, slot, holder, token, end. Ends are by the database's clock,
 * so members' clocks do not count; a slot changes hands in one statement, or not at all.
 * @throws GyreError `BAD_OPTION`
 */
export function postgresLeases({
  query,
  table = 'gyre_leases',
}: PostgresLeasesOptions): LeaseStore {
  if (!/^([a-z_][a-z0-9_]*\.)?[a-z_][a-z0-9_]*$/i.test(table)) {
    throw new GyreError('BAD_OPTION', `table: expected a name, got ${JSON.stringify(table)}`)
  }
  let made: Promise<unknown> | undefined
  const make = async (): Promise<void> => {
    made ??= query(createTable(table), [])
    try {
      await made
    } catch (error) {
      // Tried again with the next request: the database may have been down.
      made = undefined
      throw error
    }
  }
  return {
    async acquire(request: LeaseRequest): Promise<LeaseGrant> {
      await make()
      const { ring, holder, giver, token, ttlMs } = request
      // In one order, or two members could wait for each other's rows.
      const wanted = request.slots.toSorted((a, b) => a - b)
      const values = [ring, wanted, holder, token.toString(), ttlMs, giver]
      const { rows } = await query(acquireRows(table), values)
      const slots = rows.map((row) => Number(row.slot))
      if (slots.length === wanted.length) return { slots, seen: 0n }
      const refused = wanted.filter((slot) => !slots.includes(slot))
      const highest = await query(
        `select max(token)::text as seen from ${table} where ring = $1 and slot = any($2::int[])`,
        [ring, refused],
      )
      return { slots, seen: BigInt((highest.rows[0]?.seen as string | null) ?? 0) }
    },
  }
}

function createTable(table: string): string {
  return `create table if not exists ${table} (
    ring text not null,
    slot int not null,
    holder text not null,
    token bigint not null,
    ends timestamptz not null,
    primary key (ring, slot)
  )`
}

/** A row is taken if it is new; renewed; over; or given by its holder: see `Ballot`. */
function acquireRows(table: string): string {
  return `insert into ${table} as lease (ring, slot, holder, token, ends)
    select $1, slot, $3, $4::bigint, clock_timestamp() + $5 * interval '1 millisecond'
      from unnest($2::int[]) as slot
    on conflict (ring, slot) do update
      set holder = excluded.holder, token = excluded.token, ends = excluded.ends
      where (lease.holder = excluded.holder and lease.token = excluded.token)
         or (lease.token < excluded.token
             and (lease.ends <= clock_timestamp() or lease.holder = $6))
    returning slot`
}
