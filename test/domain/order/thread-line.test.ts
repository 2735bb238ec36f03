import type { Activity } from '@/domain/order/parts'
import { isTold, threadLineOf, toldEvents } from '@/domain/order/thread-line'
import { orderEvents } from '@/domain/order/status'
import { anActivity } from '../../support/factories/order'

const accepted = anActivity({ event: 'accept', by: 'volunteer-wang', byName: '王师傅', to: 'accepted' })
const lineOf = (line: Partial<Activity>) => {
  const one = anActivity({ from: 'accepted', by: 'staff-chen', byName: '陈社工', ...line })
  return threadLineOf({ activity: [anActivity(), accepted, one] }, one)
}

it('accepted, arrived, done, given back: by whom', () => {
  for (const event of ['accept', 'takeOver', 'checkIn', 'complete', 'release', 'reopen', 'cancel'] as const)
    expect(lineOf({ event, byName: '王师傅' })).toEqual({ event, name: '王师傅' })
})

it('did not come: names who did not, not who said so', () => {
  expect(lineOf({ event: 'noShow', whom: 'volunteer-wang' })).toEqual({ event: 'noShow', name: '王师傅' })
  expect(lineOf({ event: 'noShow', whom: 'volunteer-unknown' })).toEqual({ event: 'noShow', name: '' })
})

it('taken back by the office or by the clock: nobody is blamed', () => {
  expect(lineOf({ event: 'withdraw' })).toEqual({ event: 'withdraw', name: '' })
  expect(lineOf({ event: 'lapse', by: null, byName: '' })).toEqual({ event: 'lapse', name: '' })
})

it('put off, begun after all, woken, merged, hours set right: said, and nobody is named', () => {
  for (const event of ['defer', 'resume', 'merge', 'correctHours'] as const)
    expect(lineOf({ event })).toEqual({ event, name: '' })
  expect(lineOf({ event: 'wake', by: null, byName: '' })).toEqual({ event: 'wake', name: '' })
})

it('an offer that nobody had accepted is no news to those who wait', () => {
  expect(lineOf({ event: 'withdraw', from: 'dispatched' })).toBeNull()
  expect(lineOf({ event: 'lapse', from: 'dispatched', by: null })).toBeNull()
})

it('what the office does among itself is not said', () => {
  for (const event of orderEvents.filter((one) => !isTold(one, 'accepted')))
    expect(lineOf({ event })).toBeNull()
  expect(toldEvents).not.toContain('callBack')
  expect(toldEvents).not.toContain('rateVisit')
})
