import { newAccount } from '@/domain/account/new-account'
import {
  newVolunteer,
  type Account,
  type CareNeed,
  type Membership,
  type Relation,
  type VolunteerProfile,
} from '@/domain/account/schema'
import type { Skill } from '@/domain/handbook/skills'
import type { AreaPath } from '@/domain/shared/area'
import type { Role } from '@/domain/shared/role'
import { newHome } from '@/domain/membership/standing'
import { days, type Timestamp } from '@/domain/shared/time'
import { paperIdOf } from './appointments'
import type { Flats } from './households'
import { areas, at } from './places'

/** Someone who lives or works in the demo neighbourhood; the persona of the same id signs them in. */
export interface Person {
  id: string
  nickname: string
  note: string
  home?: { areaPath: AreaPath; roomNumber: string; relation?: Relation }
  roles?: readonly [Role, AreaPath][]
  skills?: readonly Skill[]
  /** Why they are to be looked in on. */
  careNeeds?: readonly CareNeed[]
  /** What they decided for themselves, where it is not the usual. */
  volunteer?: Partial<VolunteerProfile>
  /** How long they have been here, days. */
  since?: number
}

/** A newcomer: a phone, and no account yet. */
export const newcomer = { id: 'linxiao', name: '林晓', note: '刚搬来的新邻居，还没入群' } as const

export const people: readonly Person[] = [
  {
    id: 'lilaitai',
    nickname: '李奶奶',
    note: '4栋居民，78 岁，一个人住',
    home: { areaPath: at.unit(4, 2), roomNumber: '302' },
    careNeeds: ['elder', 'livesAlone'],
  },
  {
    id: 'liuyang',
    nickname: '刘洋',
    note: '幸福社区工作者，管派单',
    roles: [['communityStaff', at.community]],
  },
  {
    id: 'chenhao',
    nickname: '陈浩',
    note: '志愿者，会修燃气报警器，住 2栋',
    home: { areaPath: at.unit(2, 1), roomNumber: '801' },
    roles: [['volunteer', at.community]],
    skills: ['gas', 'repair', 'electric', 'phone'],
  },
  {
    id: 'zhoumin',
    nickname: '周敏',
    note: '4栋微网格长',
    home: { areaPath: at.unit(4, 1), roomNumber: '501' },
    roles: [['microGridLeader', at.building(4)]],
  },
  {
    id: 'wangshu',
    nickname: '王叔',
    note: '志愿者，退休司机，住 4栋',
    home: { areaPath: at.unit(4, 1), roomNumber: '201' },
    roles: [['volunteer', at.community]],
    skills: ['hospital', 'driving', 'carry'],
    volunteer: { cap: 6 },
  },
  {
    id: 'sunjie',
    nickname: '孙姐',
    note: '志愿者，住翠苑小区',
    home: { areaPath: at.cuiyuanBuilding(1), roomNumber: '603' },
    roles: [['volunteer', at.community]],
    skills: ['visit', 'phone', 'shopping'],
  },
  {
    id: 'xiaoma',
    nickname: '小马',
    note: '志愿者，理发师，周末有空',
    home: { areaPath: at.unit(2, 2), roomNumber: '1002' },
    roles: [['volunteer', at.community]],
    skills: ['haircut', 'carry'],
    volunteer: {
      cap: 2,
      times: [
        { weekday: 6, from: 540, to: 1260 },
        { weekday: 0, from: 540, to: 1260 },
      ],
    },
  },
  {
    id: 'liting',
    nickname: '李婷',
    note: '志愿者，会办手续、带孩子，住翠苑小区',
    home: { areaPath: at.cuiyuanBuilding(2), roomNumber: '201' },
    roles: [['volunteer', at.community]],
    skills: ['paperwork', 'children', 'visit'],
  },
  {
    id: 'zhaoye',
    nickname: '赵爷爷',
    note: '4栋居民，天天要去医院',
    home: { areaPath: at.unit(4, 1), roomNumber: '401' },
  },
  {
    id: 'zhangye',
    nickname: '张爷爷',
    note: '4栋居民',
    home: { areaPath: at.unit(4, 1), roomNumber: '102' },
    careNeeds: ['elder', 'ill'],
  },
  {
    id: 'xiaowu',
    nickname: '吴倩',
    note: '4栋租客',
    home: { areaPath: at.unit(4, 2), roomNumber: '1103', relation: 'tenant' },
  },
  { id: 'hejie', nickname: '何姐', note: '2栋居民', home: { areaPath: at.unit(2, 2), roomNumber: '402' } },
]

const nameOf = new Map(areas.map(({ _id, fullName }) => [_id, fullName]))

/** Like WeChat's: the same person has the same one at every start. */
export const openidOf = (id: string): string => `o-demo-${id}`
export const userIdOf = (id: string): string => `user-${id}`
/** Whose user id it is. */
export const personIdOf = (userId: string): string => userId.slice(userIdOf('').length)

/** The account of a person, as it has been for a while at `now`; `flats` knows the doors. */
export function accountOf(
  { id, nickname, home, careNeeds = [], roles = [], skills = [], volunteer = {}, since = 400 }: Person,
  now: Timestamp,
  flats: Pick<Flats, 'find'>,
): Account {
  const flat = home && flats.find(home.areaPath, home.roomNumber)
  const joinedAt = now - days(since)
  const memberships: Membership[] = home
    ? [
        newHome({
          areaPath: home.areaPath,
          areaName: nameOf.get(home.areaPath) ?? '',
          roomNumber: home.roomNumber,
          relation: home.relation ?? 'owner',
          standing: 'confirmed',
          joinedAt,
          decidedBy: userIdOf('zhoumin'),
          decidedAt: joinedAt,
          householdId: flat?._id ?? null,
          gridPath: flat?.gridPath ?? null,
          vouchBy: null,
          tellAt: null,
        }),
      ]
    : []
  const grants = roles.map(([role, areaPath], nth) => ({
    role,
    areaPath,
    areaName: nameOf.get(areaPath) ?? '',
    since: joinedAt,
    until: null,
    appointmentId: paperIdOf(id, nth),
  }))
  const account = newAccount({
    _id: userIdOf(id),
    openid: openidOf(id),
    nickname,
    memberships,
    roles: grants,
    skills: [...skills],
    careNeeds: [...careNeeds],
    volunteer: { ...newVolunteer, ...volunteer },
    createdAt: joinedAt,
  })
  return { ...account, privacy: { version: '1', at: joinedAt } }
}
