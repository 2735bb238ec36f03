import type { ActionName, CallInput } from '@/domain/contracts'
import { places, startOfTests } from '../support/factories/places'

const orderId = 'order-0001'
const noted = { orderId, note: '今天没空' }
const page = { cursor: null, limit: 20 }
const code = 'invite-building-4'

/** A full and valid input of every action: a new action does not compile without one. */
export const samples: { [N in ActionName]: Required<CallInput<N>> } = {
  'account.me': {},
  'invitation.look': { code },
  'invitation.join': { code, nickname: '李阿姨', roomNumber: '1502', relation: 'owner' },
  'invitation.create': { areaPath: places.building4, days: 90, maxUses: 200 },
  'invitation.list': {},
  'invitation.revoke': { code },
  'membership.pending': {},
  'membership.decide': {
    userId: 'resident-li',
    areaPath: places.building4,
    standing: 'confirmed',
    roomNumber: '1502',
  },
  'order.create': {
    service: 'repair',
    text: '厨房水龙头漏水',
    urgent: false,
    window: { from: startOfTests, to: startOfTests + 1 },
    photoFileIds: ['cloud://demo/before.jpg'],
    homePath: places.building4,
    phone: '13812345678',
  },
  'order.get': { orderId },
  'order.listMine': page,
  'order.listTasks': { ...page, view: 'offered' },
  'order.listHall': page,
  'order.listDesk': { ...page, view: 'waiting' },
  'order.countDesk': {},
  'order.suggest': { orderId },
  'order.dispatch': { orderId, to: { kind: 'person', volunteerId: 'volunteer-wang' } },
  'order.accept': { orderId },
  'order.decline': noted,
  'order.withdraw': noted,
  'order.release': noted,
  'order.checkIn': { orderId },
  'order.complete': { orderId, note: '修好了', photoFileIds: ['cloud://demo/after.jpg'] },
  'order.review': { orderId, stars: 5, tags: ['kind'], words: '谢谢' },
  'order.reopen': noted,
  'order.cancel': noted,
  'chat.groups': {},
  'chat.history': { groupPath: places.building4, before: 10, after: 1, limit: 30 },
  'chat.send': { groupPath: places.building4, body: { kind: 'text', text: '大家好' } },
  'chat.markRead': { groupPath: places.building4, seq: 1 },
  'notice.publish': { areaPath: places.building4, title: '明天停水', text: '请提前储水。' },
  'notice.list': { ...page, groupPath: places.building4 },
  'notice.read': { noticeId: 'notice-0001' },
  'notice.unread': { noticeId: 'notice-0001' },
}
