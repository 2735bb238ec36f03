import { careKeysFor } from '@/domain/chat/care'
import { answeredFields, newItem } from '@/domain/inbox/item'
import { inboxItemSchema } from '@/domain/inbox/schema'
import { aLeader, aStaffMember } from '../../support/factories/account'
import { aMessage } from '../../support/factories/message'

const by = { userId: 'resident-li', name: '李阿姨' }
const item = () =>
  newItem(aMessage(), {
    kind: 'question',
    groupName: '幸福里小区 4栋',
    said: 'text',
    text: '快递放哪里？',
    by,
  })

it('is one for each message, found by those who look after its group', () => {
  const fresh = item()
  expect(inboxItemSchema.parse(fresh)).toEqual(fresh)
  expect(fresh).toMatchObject({
    _id: aMessage()._id,
    isOpen: true,
    answered: null,
    namedIds: ['resident-li'],
  })
  for (const actor of [aLeader(), aStaffMember()])
    expect(careKeysFor(actor).some((key) => fresh.careKeys.includes(key))).toBe(true)
})

it('answered, it names who did; waiting again, only who asked', () => {
  const answered = { by: { userId: 'leader-zhou', name: '周组长' }, at: 5, seq: 7 }
  const closed = { ...item(), ...answeredFields(item(), answered) }
  expect(closed).toMatchObject({ isOpen: false, answered, namedIds: ['resident-li', 'leader-zhou'] })
  expect({ ...closed, ...answeredFields(closed, null) }).toEqual(item())
})
