/** `gyre/postgres`: leases of rings in a PostgreSQL table. Brings no driver: `pg` or another one does. */
export { postgresLeases, type PostgresLeasesOptions, type Query } from './postgres-leases.js'
