import { askAgainAt } from '@/domain/media/pace'
import { hours, minutes } from '@/domain/shared/time'
import { startOfTests } from '../../support/factories/places'

const since = startOfTests

it.each([
  ['asked, and lost after forty minutes', 'trace-0001', since, since + minutes(40)],
  ['could not be asked: in five minutes', null, since, since + minutes(5)],
  ['the last time, just within a day', null, since + hours(24) - 1, since + hours(24) - 1 + minutes(5)],
  ['a day old: no more', 'trace-0001', since + hours(24), null],
  ['a day old, and never asked: no more', null, since + hours(24), null],
])('%s', (_name, traceId, now, at) => {
  expect(askAgainAt({ traceId, since, now })).toBe(at)
})
