import { accountSchema } from '@/domain/account/schema'
import { messageSchema } from '@/domain/chat/schema'
import { invitationSchema } from '@/domain/invitation/schema'
import { noticeSchema } from '@/domain/notice/schema'
import { orderSchema, orderStatuses } from '@/domain/order/schema'
import { anAccount, aLeader, aStaffMember, aVolunteer } from '../support/factories/account'
import { anInvitation } from '../support/factories/invitation'
import { aMessage } from '../support/factories/message'
import { aNotice } from '../support/factories/notice'
import { anOrder } from '../support/factories/order'

/** Tests are worth what their factories are: each makes what the schema accepts, unchanged. */
describe('factories: what they make is valid', () => {
  it.each([
    ['anAccount', accountSchema, anAccount],
    ['aVolunteer', accountSchema, aVolunteer],
    ['aLeader', accountSchema, aLeader],
    ['aStaffMember', accountSchema, aStaffMember],
    ['anInvitation', invitationSchema, anInvitation],
    ['aMessage', messageSchema, aMessage],
    ['aNotice', noticeSchema, aNotice],
  ])('%s', (_name, schema, make) => {
    expect(schema.parse(make())).toEqual(make())
  })

  it.each(orderStatuses)('anOrder that is %s', (status) => {
    const order = anOrder({ status })
    expect(orderSchema.parse(order)).toEqual(order)
  })
})
