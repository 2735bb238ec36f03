import { careKeysOf } from '@/domain/chat/care'
import { newSettings, type GroupSettings } from '@/domain/group/schema'
import type { InboxItem } from '@/domain/inbox/schema'
import type { ModerationCase } from '@/domain/moderation/schema'
import type { FollowUpPromise } from '@/domain/promise/schema'
import { areasOfHome } from '@/domain/shared/area'
import { pageKey } from '@/domain/shared/paging'
import { days } from '@/domain/shared/time'
import type { Topic } from '@/domain/topic/schema'
import type { Visit } from '@/domain/visit/schema'
import { aCase } from '../../../support/factories/case'
import { places } from '../../../support/factories/places'
import { workingMorning as at, type TestCloud } from '../../../support/test-cloud'
import { doors, type Door } from './town'

/** The buildings whose groups have matters. */
export const talkative = [places.building4, places.building5] as const

const keyOf = (path: string): string => path.replace(/\//g, '-')
export const topicIn = (groupPath: string): string => `topic-${keyOf(groupPath)}`
export const noticeIn = (groupPath: string): string => `notice-${keyOf(groupPath)}`
export const visitAt = ({ building, room }: Door): string => `visit-${keyOf(building)}${room}`

/** Somebody who is none of the people of a test: nothing here is about who looks at it. */
const gone = { userId: 'neighbour-gone', name: '从前的邻居' }
const by = { userId: 'staff-chen', name: '陈社工' }
const namedIds = [gone.userId, by.userId]
const common = (groupPath: string) => ({
  groupPath,
  groupName: groupPath,
  careKeys: careKeysOf(groupPath),
  seq: 1,
})

const settingsOf = (groupPath: string): GroupSettings => ({
  ...newSettings(groupPath),
  pins: [{ topicId: topicIn(groupPath), title: '装电梯', decision: '大家分摊', by, at }],
  wechatCode: { fileId: `cloud://test/uploads/${keyOf(groupPath)}.png`, expiresAt: at + days(7), by },
  namedIds: [by.userId],
})

const topicOf = (groupPath: string): Topic => ({
  _id: topicIn(groupPath),
  groupPath,
  title: '装电梯',
  seqs: [1],
  opened: { by, at },
  settled: { decision: '大家分摊', by, at, seq: 1 },
  past: [],
  namedIds: [by.userId],
  version: 1,
  openedKey: pageKey(at, topicIn(groupPath)),
})

const caseOf = (groupPath: string): ModerationCase =>
  aCase({ ...common(groupPath), _id: `case-${keyOf(groupPath)}`, author: gone, namedIds })

const promiseOf = (groupPath: string): FollowUpPromise => ({
  ...common(groupPath),
  _id: `promise-${keyOf(groupPath)}`,
  question: '电梯什么时候修好？',
  asked: gone,
  words: '一有消息就说',
  made: { by, at },
  dueAt: at + days(1),
  kept: null,
  delays: [],
  isOpen: true,
  namedIds,
  version: 0,
  dueKey: pageKey(at + days(1), keyOf(groupPath)),
  wakeAt: null,
})

const questionOf = (groupPath: string): InboxItem => ({
  ...common(groupPath),
  _id: `question-${keyOf(groupPath)}`,
  kind: 'question',
  said: 'text',
  text: '快递放哪里？',
  asked: { by: gone, at },
  answered: null,
  isOpen: true,
  namedIds,
  askedKey: pageKey(at, keyOf(groupPath)),
  requestIds: [],
})

const visitOf = (door: Door): Visit => ({
  _id: visitAt(door),
  noticeId: noticeIn(door.building),
  title: '停水通知',
  person: gone,
  areaPath: door.building,
  areaName: door.building,
  areaAt: areasOfHome({ areaPath: door.building, gridPath: door.grid }),
  createdAt: at,
  isOpen: true,
  done: null,
  namedIds: [gone.userId],
  createdKey: pageKey(at, visitAt(door)),
})

/** In each building: a notice, a topic that was settled and pinned, the code of its WeChat group, and what waits for those who look after it. */
export async function seedMatters(test: TestCloud): Promise<void> {
  const { database } = test.cloud
  for (const groupPath of talkative)
    await test
      .as('openid-of-staff-chen')
      .call(
        'notice.publish',
        { areaPaths: [groupPath], title: '停水通知', text: '明天上午停水' },
        noticeIn(groupPath),
      )
  await database.insert('groups', talkative.map(settingsOf))
  await database.insert('topics', talkative.map(topicOf))
  await database.insert('cases', talkative.map(caseOf))
  await database.insert('promises', talkative.map(promiseOf))
  await database.insert('inbox', talkative.map(questionOf))
  await database.insert('visits', doors.map(visitOf))
}
