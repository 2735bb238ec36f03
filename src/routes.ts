import Taro from '@tarojs/taro'
import type { MessageAction } from '@/domain/chat/contract'
import type { Voice } from '@/domain/shared/contact'
import { aimChat } from '@/platform/chat-aim'

/** What an order form is opened with: a service of the handbook, words, a voice, a picture; `from`: where it was said. */
export interface OrderPrefill {
  serviceId?: string
  text?: string
  voice?: Voice
  photo?: string
  from?: { groupPath: string; seq: number }
}

const voiceParams = ({ fileId, seconds }: Voice): string =>
  `&voice=${encodeURIComponent(fileId)}&seconds=${seconds}`

/** What is done with a message on a page of its own. */
export type MessageDeed = Extract<MessageAction, 'toPromise' | 'report' | 'remove' | 'silence'>

const photoParam = (photo: string): string => `&photo=${encodeURIComponent(photo)}`
const fromParams = ({ groupPath, seq }: { groupPath: string; seq: number }): string =>
  `&group=${encodeURIComponent(groupPath)}&seq=${seq}`

/** Every page, and what it is given. */
export const routes = {
  home: '/pages/home/index',
  orders: '/pages/orders/index',
  chat: '/pages/chat/index',
  me: '/pages/me/index',
  join: (code: string) => `/pages/join/index?scene=${code}`,
  /** Who I am and where I live, once I want to join. */
  joinForm: (code: string) => `/packages/join/pages/form/index?scene=${code}`,
  order: (id: string) => `/pages/order/index?id=${id}`,
  orderNew: ({ serviceId = '', text = '', voice, photo, from }: OrderPrefill = {}) =>
    [
      `/packages/ask/pages/order-new/index?service=${serviceId}&text=${encodeURIComponent(text)}`,
      voice ? voiceParams(voice) : '',
      photo ? photoParam(photo) : '',
      from ? fromParams(from) : '',
    ].join(''),
  /** The same order once more, written out already. */
  orderAgain: (id: string) => `/packages/ask/pages/order-new/index?again=${id}`,
  /** What those with a part in an order say to each other. */
  thread: (orderId: string) => `/packages/ask/pages/thread/index?id=${orderId}`,
  /** 群信息: how a group works, and what belongs to it. */
  group: (groupPath: string) => `/packages/talk/pages/group/index?group=${encodeURIComponent(groupPath)}`,
  groupTopics: (groupPath: string) =>
    `/packages/talk/pages/topics/index?group=${encodeURIComponent(groupPath)}`,
  topic: (id: string) => `/packages/talk/pages/topic/index?id=${id}`,
  /** Gathers messages, by their numbers, into a topic. */
  gather: (groupPath: string, seqs: readonly number[]) =>
    `/packages/talk/pages/gather/index?group=${encodeURIComponent(groupPath)}&seqs=${seqs.join()}`,
  /** What is done with one message and wants words: see `MessageDeed`. */
  messageDeed: (deed: MessageDeed, groupPath: string, seq: number) =>
    `/packages/talk/pages/message/index?deed=${deed}&group=${encodeURIComponent(groupPath)}&seq=${seq}`,
  /** 群里的举报: of the groups that I look after; and what was decided about what I said. */
  moderation: '/packages/talk/pages/moderation/index',
  myCases: '/packages/talk/pages/cases/index',
  hall: '/packages/volunteer/pages/hall/index',
  tasks: '/packages/volunteer/pages/tasks/index',
  volunteerProfile: '/packages/volunteer/pages/profile/index',
  /** 公告栏; or one notice of it. */
  notices: (id = '') => `/packages/talk/pages/board/${id === '' ? 'index' : `notice?id=${id}`}`,
  /** What waits for leaders and staff in all of their groups; their promises; whom to look in on. */
  inbox: '/packages/talk/pages/inbox/index',
  promises: '/packages/talk/pages/promises/index',
  visits: '/packages/talk/pages/visits/index',
  desk: '/packages/staff/pages/desk/index',
  deskOrder: (id: string) => `/packages/staff/pages/order/index?id=${id}`,
  plan: '/packages/staff/pages/plan/index',
  notice: '/packages/staff/pages/notice/index',
  invite: '/packages/staff/pages/invite/index',
  pending: '/packages/staff/pages/pending/index',
  /** 办事手册, for staff. */
  handbook: '/packages/staff/pages/handbook/index',
  /** One of its services; a new one without an id. */
  handbookService: (communityPath: string, id = '') =>
    `/packages/staff/pages/handbook/service?community=${encodeURIComponent(communityPath)}&id=${id}`,
  handbookEntry: (communityPath: string, id = '') =>
    `/packages/staff/pages/handbook/entry?community=${encodeURIComponent(communityPath)}&id=${id}`,
  /** My certificates of service, and the check of anyone's. */
  certificates: '/packages/record/pages/certificate/index',
  verifyCertificate: (code = '') => `/packages/record/pages/verify/index?scene=${code}`,
  /** 谁在担任, for the office; and naming someone for a role within an area. */
  roles: '/packages/people/pages/roles/index',
  nameForRole: (areaPath: string) => `/packages/people/pages/roles/name?area=${encodeURIComponent(areaPath)}`,
  /** 居民登记: who lives where; an entry for someone without a phone (new, or to be put right); one person. */
  residents: '/packages/people/pages/residents/index',
  register: (areaPath: string, userId = '') =>
    `/packages/people/pages/register/index?area=${encodeURIComponent(areaPath)}&id=${userId}`,
  person: (userId: string) => `/packages/people/pages/person/index?id=${userId}`,
  mergePerson: (userId: string, otherId = '') =>
    `/packages/people/pages/person/merge?id=${userId}&other=${otherId}`,
  /** 邻里互助: offering to help, and what I do here; with the code of an invitation to a role. */
  help: '/packages/mine/pages/help/index',
  /** 我的家 and 我的资料. */
  homes: '/packages/mine/pages/homes/index',
  myData: '/packages/mine/pages/data/index',
  helpByCode: (code: string) => `/packages/mine/pages/help/index?code=${code}`,
  /** 小区地图, of an area; without one, of those that I look after. */
  places: (areaPath = '') => `/packages/place/pages/map/index?area=${encodeURIComponent(areaPath)}`,
  building: (areaPath: string) => `/packages/place/pages/building/index?area=${encodeURIComponent(areaPath)}`,
  placeImport: (estatePath: string) =>
    `/packages/place/pages/import/index?estate=${encodeURIComponent(estatePath)}`,
  /** 谁是谁, of a building; without one, of where I live. */
  directory: (buildingPath = '') =>
    `/packages/mine/pages/directory/index?area=${encodeURIComponent(buildingPath)}`,
  calls: '/packages/staff/pages/calls/index',
  /** 固定的帮忙 of the communities of staff. */
  series: '/packages/staff/pages/series/index',
  /** 楼里的单: the open orders of the homes in a leader's care. */
  inCare: '/packages/staff/pages/in-care/index',
  digest: '/packages/staff/pages/digest/index',
  numbers: '/packages/numbers/pages/numbers/index',
  /** The orders behind a number; see `features/numbers/drill.ts`. */
  numberOrders: (query: string) => `/packages/numbers/pages/orders/index?${query}`,
  /** 责任清单: whose job is what. */
  guide: '/packages/ask/pages/guide/index',
  /** 感谢墙 of a building's group; without one, of where I live. */
  thanks: (groupPath = '') => `/packages/ask/pages/thanks/index?group=${encodeURIComponent(groupPath)}`,
} as const

const tabs: readonly string[] = [routes.home, routes.orders, routes.chat, routes.me]

/** Opens a page: tabs by switching, others on top. */
export function open(url: string): void {
  void (tabs.includes(url) ? Taro.switchTab({ url }) : Taro.navigateTo({ url }))
}

/** Opens a page in place of this one: there is no way back to what is finished. */
export function openInstead(url: string): void {
  void (tabs.includes(url) ? Taro.switchTab({ url }) : Taro.redirectTo({ url }))
}

/** Opens the chat at a message; a tab takes no parameters, so that the chat page asks `takeChatAim` when it is shown. */
export function openMessage(groupPath: string, seq: number): void {
  aimChat({ groupPath, seq })
  open(routes.chat)
}

/** Opens a group where it ends, also one in which nothing was said yet. */
export const openGroup = (groupPath: string): void => openMessage(groupPath, 0)

/** A parameter as it was before `encodeURIComponent`; WeChat gives it encoded, browsers decoded. */
export function paramText(value: string | undefined): string {
  try {
    return decodeURIComponent(value ?? '')
  } catch {
    return value ?? ''
  }
}
