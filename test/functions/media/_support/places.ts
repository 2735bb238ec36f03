import { days } from '@/domain/shared/time'
import type { MediaPlace } from '@/domain/media/schema'
import { places } from '../../../support/factories/places'
import { aRepeat } from '../../../support/factories/series'
import { roadOf } from '../../../support/order-road'
import { people, type TestCloud } from '../../../support/test-cloud'

/** Somewhere that a picture or a voice can be put. */
export interface Place {
  name: string
  kind: MediaPlace['kind']
  /** Whose it is: their openid. */
  giver: string
  /** Puts it there; answers the id of the document. */
  give(fileId: string, requestId?: string): Promise<string>
  /** What one of the others sees there. */
  seen(id: string): Promise<unknown>
  /** A topic that the giver's phone watches. */
  topic: string
}

const voiceOf = (fileId: string) => ({ fileId, seconds: 4 })

/** Every place there is, and who looks at it. */
export function placesOf(test: TestCloud): Place[] {
  const road = roadOf(test)
  const { as } = test
  const order = (orderId: string) => as(people.staff).call('order.get', { orderId })
  const members = (openid: string) => as(openid).call('chat.members', { groupPath: places.building4 })
  const join = async (more: object, requestId?: string): Promise<string> => {
    const { invitation } = await as(people.leader).call('invitation.create', { areaPath: places.building4 })
    const door = { areaPath: places.building4, roomNumber: '2-601' }
    const home = { nickname: '林晓', ...door, relation: 'owner', privacyVersion: '1' } as const
    await as(people.newcomer).call(
      'invitation.join',
      { code: invitation._id, ...home, ...more } as never,
      requestId,
    )
    const [account] = await test.cloud.database.find('accounts', { openid: people.newcomer })
    return String(account?._id)
  }
  const loop = { kind: 'order', giver: people.li, seen: order, topic: 'user:resident-li' } as const
  return [
    {
      ...loop,
      name: 'a photo of an order',
      give: async (fileId) => (await road.place(undefined, { photoFileIds: [fileId] }))._id,
    },
    {
      ...loop,
      name: 'the voice of an order',
      give: async (fileId) => (await road.place('', { voice: voiceOf(fileId) }))._id,
    },
    {
      ...loop,
      name: 'a photo of what was done',
      giver: people.volunteer,
      topic: 'user:volunteer-wang',
      seen: (orderId) => as(people.li).call('order.get', { orderId }),
      give: async (fileId) => {
        const { _id: orderId } = await road.startedOrder()
        await as(people.volunteer).call('order.complete', { orderId, photoFileIds: [fileId] })
        return orderId
      },
    },
    {
      ...loop,
      name: 'the voice of a rating',
      give: async (fileId) => {
        const { _id: orderId } = await road.startedOrder()
        await as(people.volunteer).call('order.complete', { orderId })
        const rating = { stars: 5, tags: [], words: '', voice: voiceOf(fileId) }
        await as(people.li).call('order.review', { orderId, ...rating })
        return orderId
      },
    },
    {
      name: 'a photo of a notice',
      kind: 'notice',
      giver: people.leader,
      topic: `notice:${places.building4}`,
      give: async (fileId) => {
        const words = { areaPaths: [places.building4], title: '明天停水', text: '请提前储水。' }
        const { notice } = await as(people.leader).call('notice.publish', {
          ...words,
          photoFileIds: [fileId],
        })
        return notice._id
      },
      seen: (noticeId) => as(people.li).call('notice.get', { noticeId }),
    },
    {
      name: 'the code of the WeChat group',
      kind: 'group',
      giver: people.leader,
      topic: `chat:${places.building4}`,
      give: async (fileId) => {
        const wechatCode = { fileId, expiresAt: test.cloud.clock.now() + days(6) }
        const input = { groupPath: places.building4, version: 0, wechatCode }
        return (await as(people.leader).call('group.putWechatCode', input)).group.groupPath
      },
      seen: (groupPath) => as(people.li).call('group.get', { groupPath }),
    },
    {
      name: 'the voice of a newcomer',
      kind: 'account',
      giver: people.newcomer,
      topic: `pending:${places.building4}`,
      give: (fileId) => join({ voice: voiceOf(fileId) }),
      seen: () => as(people.leader).call('membership.pending', {}),
    },
    {
      name: 'the picture of a newcomer',
      kind: 'account',
      giver: people.newcomer,
      topic: `pending:${places.building4}`,
      give: (fileId) => join({ avatarFileId: fileId }),
      seen: () => members(people.li),
    },
    {
      name: 'the picture of a neighbour',
      kind: 'account',
      giver: people.li,
      topic: 'user:resident-li',
      give: async (fileId) => {
        await as(people.li).call('account.correct', { avatarFileId: fileId })
        return 'resident-li'
      },
      seen: () => members(people.leader),
    },
  ]
}

/** Help again and again, with a picture: nobody but the orders that come of it shows it. */
export const giveToSeries = async (test: TestCloud, fileId: string): Promise<string> => {
  const wish = {
    serviceId: 'hospital',
    text: '去中心医院做透析',
    homePath: places.building4,
    answers: { now: '没有' },
    photoFileIds: [fileId],
  }
  const repeat = aRepeat({ startsOn: '2025-03-06' })
  return (await test.as(people.li).call('series.create', { wish, repeat })).series._id
}
