import fc from 'fast-check'
import t from 'tap'
import { StateRumours } from '../../lib/cluster/spreading/state-rumours.js'
import { STATE_BYTES_MAX, States, type Facts } from '../../lib/state/index.js'

const bytes = (text: string): Uint8Array => Buffer.from(text)
const shown = (states: States, owner: string): Record<string, string> => {
  const entries = [...(states.of(owner)?.entries() ?? [])]
  return Object.fromEntries(
    entries.map(([key, value]) => [key, Buffer.from(value).toString()]).toSorted(),
  )
}
/** What one has of an owner, as another that knows it up to a version would be sent it. */
const news = (states: States, owner: string, since = 0): Facts => states.of(owner)!.after(since)

t.test('an entry is set, changed and deleted by its owner', async (t) => {
  const states = new States('a', 5)
  t.ok(states.empty)
  t.ok(states.set('k', bytes('1')))
  t.notOk(states.set('k', bytes('1')), 'nothing has changed')
  t.ok(states.set('k', bytes('2')))
  t.ok(states.set('l', bytes('3')))
  t.ok(states.delete('k'))
  t.notOk(states.delete('k'))
  t.notOk(states.delete('never'))
  t.same(shown(states, 'a'), { l: '3' })
  t.notOk(states.empty)
  t.equal(states.known('a').upto, 4)
  t.same(states.known('z'), { owner: 'z', run: 0, since: 0, upto: 0, facts: [] })
})

t.test('what is no key or value, and what is too much, is told at once', async (t) => {
  const states = new States('a', 5)
  for (const key of ['', 'x'.repeat(257), '\ud800', 7 as never]) {
    t.throws(() => states.set(key, bytes('1')), { code: 'BAD_OPTION' })
    t.throws(() => states.delete(key), { code: 'BAD_OPTION' })
  }
  t.throws(() => states.set('k', 'text' as never), { code: 'BAD_OPTION' })
  states.set('k', new Uint8Array(STATE_BYTES_MAX - 100))
  t.throws(() => states.set('l', new Uint8Array(100)), { code: 'STATE_FULL' })
  t.equal(states.of('a')?.get('l'), undefined)
  states.set('k', new Uint8Array(10))
  t.ok(states.set('l', new Uint8Array(100)), 'a change frees what was there')
})

t.test('copies take what fits, ask for what is missing, and ignore what is old', async (t) => {
  const [a, b] = [new States('a', 5), new States('b', 5)]
  t.equal(b.judge(news(a, 'a')), 'old', 'nothing to say yet')
  a.set('k', bytes('1'))
  const first = news(a, 'a')
  t.equal(a.judge(first), 'old', 'our own')
  t.equal(b.judge(first), 'fits')
  t.same(b.take(first), [{ owner: 'a', key: 'k', value: bytes('1') }])
  t.equal(b.judge(first), 'old')
  a.set('l', bytes('2'))
  a.set('m', bytes('3'))
  t.equal(b.judge(news(a, 'a', 2)), 'gap')
  t.equal(b.judge({ ...a.known('a'), since: 2 }), 'gap', 'only named')
  t.equal(b.judge(news(a, 'a', 1)), 'fits')
  t.same(b.take(news(a, 'a', 0)).length, 2, 'what was there is no change')
  a.delete('k')
  t.same(b.take(news(a, 'a', 3)), [{ owner: 'a', key: 'k', value: undefined }])
  t.same(shown(b, 'a'), { l: '2', m: '3' })
  t.equal(a.hash(['a', 'b', 'z'], 1), b.hash(['a', 'b', 'z'], 1))
  a.set('n', bytes('4'))
  t.not(a.hash(['a'], 1), b.hash(['a'], 1))
})

t.test('another run of the owner replaces what the one before said', async (t) => {
  const [a, b] = [new States('a', 5), new States('b', 5)]
  a.set('k', bytes('1'))
  a.set('l', bytes('2'))
  b.take(news(a, 'a'))
  const again = new States('a', 6)
  t.equal(b.judge(news(again, 'a')), 'fits', 'it says nothing, and that is news')
  again.set('k', bytes('1'))
  t.same(b.take(news(again, 'a')), [{ owner: 'a', key: 'l', value: undefined }])
  t.same(shown(b, 'a'), { k: '1' })
  t.equal(b.judge(news(a, 'a')), 'old', 'the earlier run is over')
  const silent = new States('a', 7)
  t.same(b.take(news(silent, 'a')), [{ owner: 'a', key: 'k', value: undefined }])
  b.forget('a')
  t.equal(b.of('a'), undefined)
  b.forget('b')
  t.ok(b.of('b'), 'never ourselves')
})

t.test('pages hold what somebody lacks, one member at the least', async (t) => {
  const all = new States('a', 5)
  all.set('k', new Uint8Array(500))
  for (const name of ['b', 'c', 'd']) {
    const other = new States(name, 5)
    other.set('k', new Uint8Array(500))
    all.take(news(other, name))
  }
  all.take(news(new States('e', 9), 'e'))
  const owners = (digest: Facts[], every: boolean, most: number): string[] =>
    all.missing(digest, () => every, most).map(({ owner }) => owner)
  t.same(owners([], true, 10_000), ['a', 'b', 'c', 'd'])
  t.same(owners([], true, 1_200), ['a', 'b'])
  t.same(owners([], true, 10), ['a'])
  t.same(owners([], false, 10_000), [])
  t.same(owners([all.known('b'), all.known('c')], true, 10_000), ['a', 'd'])
  const stale = { ...all.known('b'), run: 4 }
  t.same(owners([stale, { ...all.known('c'), run: 6 }], false, 10_000), ['b'])
  t.same(owners([{ ...all.known('e'), run: 8, upto: 3 }], false, 10_000), ['e'])
})

t.test('deleted entries are forgotten in the end, and nobody keeps one for it', async (t) => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => new States(id, 5))
  a.set('keep', bytes('1'))
  a.set('old', bytes('1'))
  b.take(news(a, 'a'))
  c.take(news(a, 'a'))
  a.delete('old')
  for (let i = 0; i < 300; i++) {
    a.set(`k${i}`, bytes('x'))
    a.delete(`k${i}`)
  }
  const late = news(a, 'a', 2)
  t.equal(late.since, 0, 'so much has been deleted that everything is sent')
  t.same(b.take(late), [{ owner: 'a', key: 'old', value: undefined }])
  t.same(shown(b, 'a'), { keep: '1' })
  t.equal(news(b, 'a', 2).since, 0, 'nor does a copy of it know more')
  t.equal(news(a, 'a', a.known('a').upto - 1).since, a.known('a').upto - 1)
  t.equal(news(a, 'a', 99_999).since, 0, 'a version of another run')
})

t.test('whatever order news comes in, and however often, copies end up equal', async () => {
  const step = fc.record({
    key: fc.constantFrom('k', 'l', 'm'),
    value: fc.option(fc.string({ maxLength: 4 })),
  })
  const read = fc.record({ from: fc.nat(9), to: fc.nat(9) })
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 10 }),
      fc.array(read, { maxLength: 20 }),
      (steps, reads) => {
        const owner = new States('a', 5)
        const copy = new States('b', 5)
        const told: Facts[] = [news(owner, 'a')]
        for (const { key, value } of steps) {
          const since = owner.known('a').upto
          if (value === null) owner.delete(key)
          else owner.set(key, bytes(value))
          told.push(news(owner, 'a', since), news(owner, 'a'))
        }
        for (const { from } of reads) {
          const facts = told[from % told.length]
          if (copy.judge(facts) === 'fits') copy.take(facts)
        }
        const lacking = owner.missing([copy.known('a')], () => true, 1e9)
        for (const facts of lacking) copy.take(facts)
        return JSON.stringify(shown(owner, 'a')) === JSON.stringify(shown(copy, 'a'))
      },
    ),
    { numRuns: 2_000 },
  )
})

t.test(
  'what is told to others: the least told first, and a packet takes only what it has room for',
  async (t) => {
    const states = new States('own', 1)
    const rumours = new StateRumours(states)
    const owners = Array.from({ length: 500 }, (_, i) => `member-${i}`)
    for (const owner of owners) {
      const facts = [{ key: 'k', version: 1, value: new Uint8Array(300), deleted: false }]
      states.take({ owner, run: 1, since: 0, upto: 1, facts })
      rumours.queue(owner, 0)
    }
    let asked = 0
    const { of } = states
    states.of = function (owner) {
      asked++
      return of.call(this, owner)
    }
    const told = new Map<string, number>()
    for (let packet = 0; rumours.waiting; packet++) {
      asked = 0
      const picked = rumours.pick(packet % 2 === 0 ? 1_000 : 60, 3)
      t.ok(picked.length > 0 && asked <= picked.length + 4, 'no more is looked at than goes out')
      for (const { owner } of picked) told.set(owner, (told.get(owner) ?? 0) + 1)
      const counts = owners.map((owner) => told.get(owner) ?? 0)
      if (Math.max(...counts) - Math.min(...counts) > 1) t.fail(`some wait longer: ${packet}`)
    }
    t.ok(owners.every((owner) => told.get(owner) === 3))
    t.same(rumours.pick(1_000, 3), [])
    rumours.queue('member-7', 1)
    rumours.queue('member-7', 0)
    rumours.queue('member-8', 0)
    rumours.drop('member-8')
    rumours.drop('member-9')
    t.match(rumours.pick(1_000, 3), [{ owner: 'member-7', since: 0 }])
  },
)
