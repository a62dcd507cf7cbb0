import { GyreError } from '../base/error.js'
import { checkToken, staleToken } from './token.js'

/** Runs one statement with its values, in the transaction of the effect; a `pg` client's `query` does. */
export type QueryWithin = (
  text: string,
  values: readonly unknown[],
) => Promise<{ readonly rows: readonly unknown[] }>

export interface SqlGuardOptions {
  /**
   * The table. Letters, digits and underscores, with a schema or without.
   * @default 'gyre_guards'
   */
  readonly table?: string
}

/** Keeps the highest token of each resource in a table of the database that holds the resource. */
export interface SqlGuard {
  /** The statement that makes the table, if it is not there: run it once. */
  readonly schema: string
  /**
   * Enters the resource under a token: first thing in the transaction of the effect, which nobody with
   * a lower token can then commit any more. Whoever comes meanwhile waits for the transaction's end, so
   * keep it short, and have the database end one that stands still (PostgreSQL's
   * `idle_in_transaction_session_timeout`).
   * @param resource what is guarded, such as `jobs/17`: one owner's at a time.
   * @throws GyreError `STALE_TOKEN` if a higher one has entered: roll back. `BAD_OPTION`
   */
  enter(query: QueryWithin, resource: string, token: string): Promise<void>
}

/**
 * A guard in SQL, as PostgreSQL speaks it (9.5 and later).
 * @throws GyreError `BAD_OPTION`
 */
export function sqlGuard({ table = 'gyre_guards' }: SqlGuardOptions = {}): SqlGuard {
  if (!/^([a-z_][a-z0-9_]*\.)?[a-z_][a-z0-9_]*$/i.test(table)) {
    throw new GyreError('BAD_OPTION', `table: expected a name, got ${JSON.stringify(table)}`)
  }
  const enter = `insert into ${table} as guard (resource, token) values ($1, $2::bigint)
    on conflict (resource) do update set token = excluded.token
      where guard.token <= excluded.token
    returning token`
  return {
    schema: `create table if not exists ${table} (resource text primary key, token bigint not null)`,
    async enter(query, resource, token) {
      checkToken(token)
      const { rows } = await query(enter, [resource, token])
      if (rows.length === 0) throw staleToken(resource, token)
    },
  }
}
