/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/ring/ring.test.ts > TAP > the placement is fixed: it must never change between releases > must match snapshot 1`] = `
m1 m2 m3 m0 m3 m4 m3 m0 m0 m4 m1 m0 m2 m3 m1 m2
`
