import { accountSchema } from '@/domain/account/schema'
import { messageSchema } from '@/domain/chat/schema'
import { guideEntrySchema, handbookSchema, questionSchema, serviceSchema } from '@/domain/handbook/schema'
import { invitationSchema } from '@/domain/invitation/schema'
import { caseSchema } from '@/domain/moderation/schema'
import { noticeSchema } from '@/domain/notice/schema'
import { activitySchema, orderServiceSchema, reviewSchema, takerSchema } from '@/domain/order/parts'
import { derivedFields, orderSchema } from '@/domain/order/schema'
import { orderStatuses } from '@/domain/order/status'
import { repeatSchema, seriesSchema } from '@/domain/series/schema'
import { calendarSchema } from '@/domain/shared/calendar'
import { anAccount, aLeader, aStaffMember, aVolunteer } from '../support/factories/account'
import { aCalendar, aGuideEntry, aHandbook, aQuestion, aService } from '../support/factories/handbook'
import { anInvitation } from '../support/factories/invitation'
import { aMessage } from '../support/factories/message'
import { aCase } from '../support/factories/case'
import { aNotice } from '../support/factories/notice'
import { anActivity, anOrder, anOrderService, aReview, aTaker, peopleOffer } from '../support/factories/order'
import { aRepeat, aSeries } from '../support/factories/series'

/** Tests are worth what their factories are: each makes what the schema accepts, unchanged. */
describe('factories: what they make is valid', () => {
  it.each([
    ['anAccount', accountSchema, anAccount],
    ['aVolunteer', accountSchema, aVolunteer],
    ['aLeader', accountSchema, aLeader],
    ['aStaffMember', accountSchema, aStaffMember],
    ['anInvitation', invitationSchema, anInvitation],
    ['aMessage', messageSchema, aMessage],
    ['aCase', caseSchema, aCase],
    ['aNotice', noticeSchema, aNotice],
    ['aService', serviceSchema, aService],
    ['aQuestion', questionSchema, aQuestion],
    ['aGuideEntry', guideEntrySchema, aGuideEntry],
    ['aCalendar', calendarSchema, aCalendar],
    ['aHandbook', handbookSchema, aHandbook],
    ['aRepeat', repeatSchema, aRepeat],
    ['aSeries', seriesSchema, aSeries],
    ['aTaker', takerSchema, aTaker],
    ['anActivity', activitySchema, anActivity],
    ['aReview', reviewSchema, aReview],
    ['anOrderService', orderServiceSchema, anOrderService],
  ])('%s', (_name, schema, make) => {
    expect(schema.parse(make())).toEqual(make())
  })

  it.each(orderStatuses)('anOrder that is %s', (status) => {
    const order = anOrder({ status })
    expect(orderSchema.parse(order)).toEqual(order)
    expect(order).toMatchObject(derivedFields(order))
  })

  it('anOrder: what derives follows what was told', () => {
    const order = anOrder({
      status: 'dispatched',
      offer: peopleOffer({ userId: 'volunteer-ma', name: '马姐' }),
    })
    expect(order).toMatchObject({ offeredIds: ['volunteer-ma'], takerIds: [] })
    expect(order.wakeAt).toBe(order.clocks.lapse)
  })
})
