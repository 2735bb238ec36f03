import type { Account } from '@/domain/account/schema'
import type { Message } from '@/domain/chat/schema'
import { titleIn } from '@/domain/chat/policy'
import type { Invitation } from '@/domain/invitation/schema'
import { addressKeys, type Notice } from '@/domain/notice/schema'
import { applyEvent } from '@/domain/order/effects'
import { placeOrder } from '@/domain/order/place'
import type { Order } from '@/domain/order/schema'
import { pageKey } from '@/domain/shared/paging'
import { days, hours, minutes, type Timestamp } from '@/domain/shared/time'
import { userIdOf } from './people'
import { at } from './places'

type Find = (id: string) => Account

/** What was said in the group of building 4 before the curtain rises: who, what, minutes ago. */
const said: readonly [string, string, number][] = [
  ['zhoumin', '大家早，今天楼道灯换好了，1单元二楼那盏也亮了。', 1560],
  ['zhangye', '好，晚上上楼看得清了。', 1551],
  ['xiaowu', '请问快递柜的取件码收不到怎么办？', 1260],
  ['wangshu', '打柜子上的电话，报手机尾号就行，我上周也遇到过。', 1252],
  ['xiaowu', '可以了，谢谢王叔。', 1240],
  ['lilaitai', '小周，我家那个燃气报警器的灯好像不亮了。', 95],
  ['zhoumin', '李奶奶别急，在首页点“燃气报警”，社区马上派人来看。', 92],
  ['wangshu', '先开窗，别点火。', 90],
]

/** The chat of building 4. */
export const messagesOf = (find: Find, now: Timestamp): Message[] =>
  said.map(([id, text, ago], index) => {
    const author = find(id)
    return {
      _id: `message-${index + 1}`,
      groupPath: at.building(4),
      seq: index + 1,
      authorId: author._id,
      authorName: author.nickname,
      authorTitle: titleIn(author, at.building(4)),
      body: { kind: 'text', text },
      sentAt: now - minutes(ago),
    }
  })

/** One notice from yesterday. */
export function noticesOf(find: Find, now: Timestamp): Notice[] {
  const publishedAt = now - hours(20)
  return [
    {
      _id: 'notice-clinic',
      areaPath: at.community,
      areaName: '幸福社区',
      title: '周六上午免费量血压',
      text: '周六上午 9 点到 11 点，社区服务站免费量血压、测血糖，请空腹来。走不动的老人在这里点一单，志愿者上门接。',
      authorId: userIdOf('liuyang'),
      authorName: find('liuyang').nickname,
      publishedAt,
      publishedKey: pageKey(publishedAt, 'notice-clinic'),
      addressKeys: addressKeys.ofNotice(at.community),
    },
  ]
}

/** Two orders that went well, one that waits at the desk, one in the hall; all walked through the same rules as any other. */
export function ordersOf(find: Find, now: Timestamp): Order[] {
  const [li, staff, wang, chen] = [find('lilaitai'), find('liuyang'), find('wangshu'), find('chenhao')]
  const [zhang, he, wu] = [find('zhangye'), find('hejie'), find('xiaowu')]
  const books = placed('order-books', he, now - minutes(25), 'carry', '一箱旧书要搬到楼下，腰不好，搬不动。')
  const toHall = { actor: staff, at: now - minutes(20), requestId: 'order-books-20' }
  return [
    walk(
      'order-hospital',
      li,
      staff,
      wang,
      now - days(6),
      'hospital',
      '去市一医院拿降压药，想有人陪着。',
      '路上都扶着我，谢谢老王。',
    ),
    walk(
      'order-phone',
      zhang,
      staff,
      chen,
      now - days(3),
      'phoneHelp',
      '手机上的养老认证不会弄。',
      '一步一步教，现在会了。',
    ),
    placed('order-tap', wu, now - minutes(12), 'repair', '厨房水龙头一直滴水，关不紧。'),
    applyEvent(books, 'dispatch', { offer: { kind: 'hall' } }, toHall),
  ]
}

function placed(
  _id: string,
  requester: Account,
  placedAt: Timestamp,
  service: Order['service'],
  text: string,
): Order {
  const home = requester.memberships[0]
  if (!home) throw new Error(`${requester.nickname} has no home`)
  const { areaPath, areaName, roomNumber } = home
  const contact = { roomNumber, phone: null }
  const wishes = { service, text, urgent: false, window: null, photoFileIds: [], contact }
  return placeOrder({ ...wishes, areaPath, areaName, communityPath: at.community }, requester, _id, placedAt)
}

function walk(
  _id: string,
  requester: Account,
  staff: Account,
  volunteer: Account,
  placedAt: Timestamp,
  service: Order['service'],
  text: string,
  words: string,
): Order {
  const by = (actor: Account, after: number) => ({
    actor,
    at: placedAt + minutes(after),
    requestId: `${_id}-${after}`,
  })
  const offer = { kind: 'person', volunteerId: volunteer._id, volunteerName: volunteer.nickname } as const
  const dispatched = applyEvent(
    placed(_id, requester, placedAt, service, text),
    'dispatch',
    { offer },
    by(staff, 6),
  )
  const accepted = applyEvent(dispatched, 'accept', {}, by(volunteer, 9))
  const arrived = applyEvent(accepted, 'checkIn', {}, by(volunteer, 70))
  const completed = applyEvent(
    arrived,
    'complete',
    { note: '都办好了', photoFileIds: [] },
    by(volunteer, 130),
  )
  const reviewed = applyEvent(
    completed,
    'review',
    { stars: 5, tags: ['kind', 'patient'], words },
    by(requester, 200),
  )
  return { ...reviewed, outbox: [], hasOutbox: false }
}

/** The code on the poster in the stairwell of building 4, which its leader made. */
export const posterCode = 'building-4-poster'

/** @param codeFileId its picture in cloud storage */
export const posterOf = (codeFileId: string, now: Timestamp): Invitation => ({
  _id: posterCode,
  areaPath: at.building(4),
  areaName: '幸福里小区 4栋',
  createdBy: userIdOf('zhoumin'),
  createdAt: now - days(10),
  expiresAt: now + days(355),
  maxUses: 1000,
  usedCount: 0,
  revokedAt: null,
  codeFileId,
})
