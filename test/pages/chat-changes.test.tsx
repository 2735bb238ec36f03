import fc from '../support/fast-check'
import { messageViewSchema, type MessageView } from '@/domain/chat/contract'
import {
  addEarlier,
  addFresh,
  addNewer,
  addSent,
  isBehind,
  moveTo,
  openTimeline,
  restart,
  windowSize,
  type AskedPage,
  type Timeline,
} from '@/features/chat/timeline'

const start = Date.UTC(2025, 0, 1)

const message = (seq: number, overrides: Partial<MessageView> = {}): MessageView =>
  messageViewSchema.parse({
    _id: `message-${seq}`,
    groupPath: 'heping/c1/e1/b4/',
    seq,
    authorName: '李阿姨',
    authorTitle: 'neighbour',
    body: { kind: 'text', text: `第 ${seq} 句` },
    sentAt: start + seq,
    isMine: false,
    ...overrides,
  })
const change = (seq: number, of: number): MessageView => message(seq, { body: { kind: 'change', of } })
const opened = (...items: MessageView[]): Timeline => openTimeline({ items, hasMore: false }, 0)
const newer = (timeline: Timeline, ...items: MessageView[]): Timeline =>
  addNewer(timeline, { items, hasMore: false, bound: timeline.syncedTo, asOf: timeline.knownTo })

describe('what has changed', () => {
  test('a change is no line, counts as fetched, and names what has to be asked for', () => {
    const next = newer(opened(message(1), message(2)), change(3, 1))
    expect(next.messages.map(({ seq }) => seq)).toEqual([1, 2])
    expect(next).toMatchObject({ syncedTo: 3, stale: [1] })
    expect(isBehind(next)).toBe(true)
  })

  test('a change to what the phone does not hold asks for nothing', () => {
    expect(newer(opened(message(7)), change(8, 2)).stale).toEqual([])
  })

  test('the answer takes its place, and nothing more is asked', () => {
    const stale = newer(opened(message(1)), change(2, 1))
    const recalled = message(1, { state: 'recalled' })
    const fresh = addFresh(stale, { items: [recalled], seqs: [1], asOf: stale.knownTo })
    expect(fresh.messages).toEqual([recalled])
    expect(isBehind(fresh)).toBe(false)
  })

  test('an answer from before another change is shown, and asked for once more', () => {
    const stale = newer(opened(message(1)), change(2, 1))
    const later = newer(stale, change(3, 1))
    const fresh = addFresh(later, { items: [message(1, { thumbCount: 1 })], seqs: [1], asOf: stale.knownTo })
    expect(fresh.stale).toEqual([1])
  })

  test('what was let go is not asked for', () => {
    const stale = newer(opened(message(1)), change(2, 1))
    const items = Array.from({ length: windowSize }, (_, index) => message(index + 3))
    expect(newer(stale, ...items).stale).toEqual([])
  })

  test('an earlier page that was asked for before a change is doubted', () => {
    const held = openTimeline({ items: [message(5)], hasMore: true }, 5)
    const page: AskedPage = { items: [message(4)], hasMore: false, bound: 5, asOf: held.knownTo }
    expect(addEarlier(newer(held, change(6, 4)), page).stale).toEqual([4])
  })

  test('a page that no longer fits the window is left out', () => {
    const held = openTimeline({ items: [message(50)], hasMore: true }, 50)
    const late: AskedPage = { items: [message(9)], hasMore: true, bound: 10, asOf: 9 }
    expect(addEarlier(held, late)).toBe(held)
    expect(addNewer(held, { ...late, bound: 60 })).toBe(held)
  })
})

/** The cloud: a log of lines and changes; every line has as many thumbs as changes named it. */
class Group {
  readonly log: MessageView[] = []

  say(_id?: string): MessageView {
    const said = message(this.log.length + 1, _id ? { _id, isMine: true } : {})
    this.log.push(said)
    return said
  }

  /** @returns the number of what changed; 0 where there is nothing to change. */
  touch(pick: number): number {
    const lines = this.log.filter(({ body }) => body.kind !== 'change')
    const line = lines[pick % lines.length]
    if (!line) return 0
    this.log[line.seq - 1] = { ...line, thumbCount: line.thumbCount + 1 }
    this.log.push(change(this.log.length + 1, line.seq))
    return line.seq
  }

  after(bound: number, limit: number) {
    const found = this.log.filter(({ seq }) => seq > bound)
    return { items: found.slice(0, limit), hasMore: found.length > limit }
  }

  before(bound: number, limit: number) {
    const found = this.log.filter(({ seq }) => seq < bound)
    return { items: found.slice(-limit), hasMore: found.length > limit }
  }

  get(seqs: readonly number[]): MessageView[] {
    return this.log.filter(({ seq }) => seqs.includes(seq))
  }
}

type Answer = (now: Timeline) => Timeline

/** What a phone may ask at any moment: answered by the cloud as it is then, delivered whenever. */
const asks: ((group: Group, now: Timeline, n: number) => Answer)[] = [
  (group, { knownTo, syncedTo }, n) => {
    const page = { ...group.after(syncedTo, 1 + (n % 5)), bound: syncedTo, asOf: knownTo }
    return (now) => addNewer(now, page)
  },
  (group, { knownTo, syncedFrom }, n) => {
    const page = { ...group.before(syncedFrom, 1 + (n % 5)), bound: syncedFrom, asOf: knownTo }
    return (now) => addEarlier(now, page)
  },
  (group, { knownTo, stale }) => {
    const fresh = { items: group.get(stale), seqs: stale, asOf: knownTo }
    return (now) => addFresh(now, fresh)
  },
  (group, { knownTo }, n) => {
    const seq = 1 + (n % Math.max(1, knownTo))
    const page = { ...group.before(seq + 3, 5), bound: seq + 3, asOf: knownTo }
    return (now) => moveTo(now, page)
  },
  (group) => {
    const page = group.before(Infinity, 4)
    return (now) => restart(now, page)
  },
  (group, { knownTo }, n) => {
    const of = group.touch(n)
    const thumbed = { items: group.get([of]), seqs: [of], asOf: knownTo }
    return (now) => addFresh(now, thumbed)
  },
  (group, _now, n) => {
    const mine = group.say(`mine-${n}-${group.log.length}`)
    return (now) => addSent(now, mine)
  },
]

function settled(group: Group, timeline: Timeline): Timeline {
  let now = timeline
  for (let round = 0; round < 400; round += 1) {
    if (!now.hasLater && now.syncedTo === group.log.length && now.stale.length === 0) return now
    now = asks[0]!(group, now, 4)(now)
    now = asks[2]!(group, now, 0)(now)
  }
  throw new Error('never in step')
}

test('whatever is asked, said and changed in whatever order: in the end the window is as the cloud has it', () => {
  const step = fc.record({
    kind: fc.constantFrom('ask', 'ask', 'ask', 'deliver', 'deliver', 'say', 'touch'),
    which: fc.nat(asks.length - 1),
    n: fc.nat(50),
  })
  fc.assert(
    fc.property(fc.nat(40), fc.array(step, { maxLength: 60 }), (before, steps) => {
      const group = new Group()
      for (let said = 0; said < before; said += 1) group.say()
      let now = openTimeline(group.before(Infinity, 4), 0)
      const onTheWay: Answer[] = []
      for (const { kind, which, n } of steps) {
        if (kind === 'say') group.say()
        if (kind === 'touch') group.touch(n)
        if (kind === 'ask') onTheWay.push(asks[which]!(group, now, n))
        const [next] = kind === 'deliver' ? onTheWay.splice(n % Math.max(1, onTheWay.length), 1) : []
        if (next) now = next(now)
      }
      for (const late of onTheWay) now = late(now)
      const end = settled(group, now)
      const lines = group.log.filter(({ seq, body }) => body.kind !== 'change' && seq >= end.syncedFrom)
      expect(end.messages).toEqual(lines)
    }),
    { numRuns: 3000 },
  )
})

test('what I sent is answered after the chat was opened anew further on: it stands in its place, not above a gap', () => {
  const group = new Group()
  let now = openTimeline(group.before(Infinity, 4), 0)
  const mine = group.say('mine-0001')
  for (let said = 0; said < 10; said += 1) group.say()
  now = restart(now, group.before(Infinity, 4))
  now = addSent(now, mine)
  expect(now.messages.map(({ seq }) => seq)).toEqual([8, 9, 10, 11])
  expect(now.hasEarlier).toBe(true)
})
