import type { Output } from '@/domain/contracts'
import { places } from './factories/places'
import { people, type TestCloud } from './test-cloud'

type View = Output<'order.get'>['order']

/** The loop, step by step, as the people of the test neighbourhood walk it; each step answers with the order. */
export const roadOf = (test: TestCloud) => {
  const as: TestCloud['as'] = (openid) => test.as(openid)
  const step = async (answer: Promise<{ order: View }>): Promise<View> => (await answer).order
  const place = (text = '燃气报警器的灯不亮了'): Promise<View> =>
    step(
      as(people.li).call('order.create', {
        service: 'gasAlarm',
        text,
        homePath: places.building4,
        phone: '13812345678',
      }),
    )
  const dispatchToHall = ({ _id: orderId }: View): Promise<View> =>
    step(as(people.staff).call('order.dispatch', { orderId, to: { kind: 'hall' } }))
  const dispatchTo = ({ _id: orderId }: View, volunteerId = 'volunteer-wang'): Promise<View> =>
    step(as(people.staff).call('order.dispatch', { orderId, to: { kind: 'person', volunteerId } }))
  const accept = ({ _id: orderId }: View, who: string = people.volunteer): Promise<View> =>
    step(as(who).call('order.accept', { orderId }))
  const checkIn = ({ _id: orderId }: View): Promise<View> =>
    step(as(people.volunteer).call('order.checkIn', { orderId }))
  const complete = ({ _id: orderId }: View): Promise<View> =>
    step(
      as(people.volunteer).call('order.complete', {
        orderId,
        note: '换了电池',
        photoFileIds: ['cloud://test.local/photos/after.jpg'],
      }),
    )
  const review = ({ _id: orderId }: View): Promise<View> =>
    step(as(people.li).call('order.review', { orderId, stars: 5, tags: ['kind'], words: '谢谢小伙子' }))
  const acceptedOrder = async (): Promise<View> => accept(await dispatchTo(await place()))
  const completedOrder = async (): Promise<View> => complete(await checkIn(await acceptedOrder()))
  return {
    place,
    dispatchToHall,
    dispatchTo,
    accept,
    checkIn,
    complete,
    review,
    acceptedOrder,
    completedOrder,
  }
}
