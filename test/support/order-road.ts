import type { CallInput, Output } from '@/domain/contracts'
import { orderSchema, type Order } from '@/domain/order/schema'
import { places } from './factories/places'
import { people, type TestCloud } from './test-cloud'
import { opened } from './test-key'

export type View = Output<'order.get'>['order']
type Wish = Partial<CallInput<'order.create'>>

/** What the road's resident leaves: they occur nowhere else, so that a test can search an answer for them. */
export const left = { phone: '13812345678', roomNumber: '1502', access: '门铃坏了请敲三下' } as const

let spoken = 0

/** The loop, step by step, as the people of the test neighbourhood walk it; each step answers with the order. */
export const roadOf = (test: TestCloud) => {
  const as: TestCloud['as'] = (openid) => test.as(openid)
  const step = async (answer: Promise<{ order: View }>): Promise<View> => (await answer).order
  /** A repair, unless told: no step of its dispatching goes by itself. Nobody says the very same thing twice. */
  const place = (
    text = `水龙头一直滴水，第 ${(spoken += 1)} 回了`,
    wish: Wish = {},
    who: string = people.li,
  ): Promise<View> => {
    const { phone, access } = left
    const home = { homePath: places.building4, phone, access }
    return step(as(who).call('order.create', { serviceId: 'repair', text, ...home, ...wish }))
  }
  /** The leader calls up so many at once, to carry things for an old neighbour. */
  const placeForMany = (count: number): Promise<View> => {
    const beneficiary = {
      kind: 'other',
      name: '李奶奶',
      relation: 'resident',
      userId: null,
      consent: 'present',
    } as const
    const wish = { serviceId: 'carry', people: count, beneficiary, roomNumber: '1502' } as const
    return place(`搬家要 ${count} 个人`, wish, people.leader)
  }
  const dispatchToHall = ({ _id: orderId }: Pick<View, '_id'>): Promise<View> =>
    step(as(people.staff).call('order.dispatch', { orderId, to: { kind: 'hall' } }))
  const dispatchTo = (
    { _id: orderId }: Pick<View, '_id'>,
    ...volunteerIds: readonly string[]
  ): Promise<View> => {
    const chosen = volunteerIds.length > 0 ? [...volunteerIds] : ['volunteer-wang']
    return step(
      as(people.staff).call('order.dispatch', { orderId, to: { kind: 'people', volunteerIds: chosen } }),
    )
  }
  const accept = ({ _id: orderId }: Pick<View, '_id'>, who: string = people.volunteer): Promise<View> =>
    step(as(who).call('order.accept', { orderId }))
  const checkIn = ({ _id: orderId }: Pick<View, '_id'>, who: string = people.volunteer): Promise<View> =>
    step(as(who).call('order.checkIn', { orderId }))
  const complete = ({ _id: orderId }: Pick<View, '_id'>, who: string = people.volunteer): Promise<View> => {
    const photoFileIds = ['cloud://test.local/photos/after.jpg']
    return step(as(who).call('order.complete', { orderId, note: '换了垫片', photoFileIds }))
  }
  const review = ({ _id: orderId }: Pick<View, '_id'>, stars = 5): Promise<View> =>
    step(as(people.li).call('order.review', { orderId, stars, tags: [], words: '谢谢小伙子' }))
  const offeredOrder = async (): Promise<View> => dispatchTo(await place())
  const acceptedOrder = async (): Promise<View> => accept(await offeredOrder())
  const startedOrder = async (): Promise<View> => checkIn(await acceptedOrder())
  const completedOrder = async (): Promise<View> => complete(await startedOrder())
  return {
    place,
    placeForMany,
    dispatchToHall,
    dispatchTo,
    accept,
    checkIn,
    complete,
    review,
    offeredOrder,
    acceptedOrder,
    startedOrder,
    completedOrder,
    /** The order as the cloud has it. */
    stored: async (orderId: string): Promise<Order> =>
      orderSchema.parse(opened('orders', await test.cloud.database.get('orders', orderId))),
    /** The clock strikes: what is due happens, messages go out. */
    tick: async (): Promise<void> => {
      await test.cloud.timers.fire('timers', 'everyMinute')
      await test.cloud.timers.fire('timers', 'everyTenSeconds')
    },
  }
}
