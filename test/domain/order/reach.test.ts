import fc from '../../support/fast-check'
import type { OutboxEntry } from '@/domain/order/parts'
import { afterMention, afterMessage, mentionStandsUntil, patience } from '@/domain/order/reach'
import { addWakingTime } from '@/domain/shared/calendar'
import { days, hours, minutes } from '@/domain/shared/time'
import { beijing } from '../../support/clock-of'

const at = beijing('2025-03-05T10:00:00')
const entry = (to = 'resident-li'): OutboxEntry => ({ id: 'one', to, moment: 'accepted', at, sendAt: at })
const order = { helpedIds: ['resident-li', 'resident-old-li'] }
const turn = { now: at, hasPhone: true }

describe('reaching people: after a message', () => {
  it('sent: that was it', () => {
    expect(afterMessage(order, entry(), 'sent', turn)).toBe('done')
  })

  it('no consent left: the thread, for those who wait for something', () => {
    expect(afterMessage(order, entry(), 'refused', turn)).toBe('mention')
    expect(afterMessage(order, entry('resident-old-li'), 'refused', turn)).toBe('mention')
  })

  it('volunteer or staff without consent: an offer lapses, a desk is looked at', () => {
    expect(afterMessage(order, entry('volunteer-wang'), 'refused', turn)).toBe('done')
    expect(afterMessage(order, entry('communityStaff@heping/c1/'), 'refused', turn)).toBe('done')
  })

  it('on the register without a phone: reads no thread, is called', () => {
    expect(afterMessage(order, entry(), 'refused', { ...turn, hasPhone: false })).toBe('call')
  })

  it('WeChat is down: again, for a day; then the thread', () => {
    expect(afterMessage(order, entry(), 'delayed', turn)).toBe('again')
    expect(afterMessage(order, entry(), 'delayed', { ...turn, now: at + days(1) - 1 })).toBe('again')
    expect(afterMessage(order, entry(), 'delayed', { ...turn, now: at + days(1) })).toBe('mention')
  })
})

describe('reaching people: after a mention', () => {
  it('read up to it, or beyond: seen; short of it: called', () => {
    expect([afterMention(5, 5), afterMention(5, 9), afterMention(5, 4)]).toEqual(['done', 'done', 'call'])
  })

  const quiet = { from: 1290, to: 420 }
  it.each([
    ['by day', '2025-03-05T10:00:00', '2025-03-05T10:30:00'],
    ['ten minutes before the night', '2025-03-05T21:20:00', '2025-03-06T07:20:00'],
    ['in the middle of the night', '2025-03-06T02:00:00', '2025-03-06T07:30:00'],
    ['just before the night', '2025-03-05T21:00:00', '2025-03-05T21:30:00'],
  ])('%s: half an hour in which people are awake', (_when, from, until) => {
    expect(mentionStandsUntil({ urgent: false, quiet }, beijing(from))).toBe(beijing(until))
  })

  it('urgent: five minutes, at any hour', () => {
    const night = beijing('2025-03-06T02:00:00')
    expect(mentionStandsUntil({ urgent: true, quiet }, night)).toBe(night + minutes(5))
  })

  it('no quiet hours at all, or a noon’s rest: time runs, but for the rest', () => {
    expect(addWakingTime({ from: 0, to: 0 }, at, minutes(30))).toBe(at + minutes(30))
    expect(addWakingTime({ from: 720, to: 840 }, beijing('2025-03-05T11:50:00'), minutes(30))).toBe(
      beijing('2025-03-05T14:20:00'),
    )
  })

  it('waking time is never shorter than it says, and ends awake', () => {
    const minuteOfDay = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(minuteOfDay, minuteOfDay, fc.integer({ min: 0, max: 1439 }), (from, to, start) => {
        const begun = beijing('2025-03-05T00:00:00') + minutes(start)
        const end = addWakingTime({ from, to }, begun, minutes(30))
        expect(end).toBeGreaterThanOrEqual(begun + minutes(30))
        const asleep = from === to ? 0 : (to - from + 1440) % 1440
        // A waking stretch shorter than half an hour takes several days.
        if (1440 - asleep >= 30) expect(end).toBeLessThanOrEqual(begun + minutes(30) + 2 * minutes(asleep))
      }),
    )
  })
})

/** What may happen to one message, tick by tick. */
const ticks = fc.array(
  fc.record({
    outcome: fc.constantFrom('sent', 'refused', 'delayed'),
    reads: fc.boolean(),
    passes: fc.integer({ min: 1, max: hours(30) }),
  }),
  { minLength: 60, maxLength: 60 },
)

it('whatever happens, whoever waits ends as told, as having seen it, or on the list: once, and in finite time', () => {
  const all = fc.record({ ticks, urgent: fc.boolean(), hasPhone: fc.boolean() })
  fc.assert(
    fc.property(all, ({ ticks: steps, urgent, hasPhone }) => {
      const ends: string[] = []
      const quiet = { from: 1290, to: 420 }
      let [now, due, readTo, seq] = [at, at, 0, 0]
      for (const { outcome, reads, passes } of steps) {
        now += passes
        if (ends.length > 0 || now < due) continue
        if (seq > 0) {
          if (reads) readTo = seq
          ends.push(afterMention(seq, readTo))
          continue
        }
        const next = afterMessage(order, entry(), outcome, { now, hasPhone })
        if (next === 'again') due = now + patience.again
        else if (next === 'mention') [seq, due] = [1, mentionStandsUntil({ urgent, quiet }, now)]
        else ends.push(next)
      }
      expect(ends).toHaveLength(1)
      expect(['done', 'call']).toContain(ends[0])
      if (ends[0] === 'done' && seq > 0) expect(readTo).toBe(seq)
    }),
  )
})
