import { mergedAccounts } from '@/domain/membership/merge'
import { anAccount, aMembership } from '../../support/factories/account'

const entry = anAccount({ _id: 'entry-of-li', state: 'registered', careNeeds: ['elder', 'ill'] })
const phone = anAccount({
  _id: 'phone-of-li',
  careNeeds: ['elder', 'livesAlone'],
  memberships: [aMembership({ roomNumber: '301' })],
})

test('what somebody needs care for is kept of both, and nothing of it stays with the dropped account', () => {
  const merged = mergedAccounts(entry, phone)
  expect(merged?.kept.careNeeds).toEqual(['elder', 'ill', 'livesAlone'])
  expect(merged?.dropped.careNeeds).toEqual([])
})

test('the phone goes along, whichever entry stays; the homes of both are there', () => {
  for (const [keep, drop] of [
    [entry, phone],
    [phone, entry],
  ] as const) {
    const merged = mergedAccounts(keep, drop)
    expect(merged?.kept).toMatchObject({ _id: keep._id, state: 'active', openid: phone.openid })
    expect(merged?.kept.memberships.map(({ roomNumber }) => roomNumber).sort()).toEqual(['1502', '301'])
    expect(merged?.dropped).toMatchObject({ state: 'merged', mergedInto: keep._id, memberships: [] })
  }
})

test('two phones are two people, until one of them cancels', () => {
  expect(mergedAccounts(phone, anAccount())).toBeNull()
})
