/**
 * `gyre/guards`: resources that refuse whoever comes under a lower token than they have seen. So
 * they are safe whatever stands still, in any mode of a ring. They bring no driver.
 */
export { objectGuard, type ObjectGuard, type ObjectGuardOptions } from './object-guard.js'
export { redisGuard, tokenKeyOf, type Evaluate, type RedisGuard } from './redis-guard.js'
export { sqlGuard, type QueryWithin, type SqlGuard, type SqlGuardOptions } from './sql-guard.js'
