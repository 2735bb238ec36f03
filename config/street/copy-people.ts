import { roleNames } from '@/copy/people'
import type { Role } from '@/domain/shared/role'
import type { TrailEvent } from '@/domain/trail/schema'
import type { Teller } from './copy'

/** What of people's trails the street tells; the rest is their own business. */
export const toldOfPeople = [
  'joined',
  'confirmed',
  'declined',
  'vouchOverdue',
  'left',
  'removed',
  'moved',
  'leaseEnded',
  'registered',
  'tookOver',
  'proxyNamed',
  'merged',
  'roleApplied',
  'roleProposed',
  'roleSigned',
  'roleRefused',
  'roleEnded',
  'roleHandedOver',
] as const satisfies readonly TrailEvent[]
export type ToldOfPeople = (typeof toldOfPeople)[number]

const roleName = (role: Role | null): string => (role ? roleNames[role] : '')

/** `text` is whom it happened to, `actor` whose doing it was. */
export const peopleCaptions = {
  'person.joined': ({ place, text }) => ({ happened: `${text}扫码进了${place}`, so: '等微网格长认一认' }),
  'person.confirmed': ({ actor, text }) => ({
    happened: `${actor}认了一位新邻居：${text}`,
    so: '从此是一家门口的人',
  }),
  'person.declined': ({ actor, text }) => ({ happened: `${actor}说${text}不住这里`, so: '本人看得到为什么' }),
  'person.vouchOverdue': ({ text }) => ({ happened: `${text}等久了还没人认`, so: '转给了上一级' }),
  'person.left': ({ place, text }) => ({ happened: `${text}搬走了：${place}`, so: '群和门牌都收起来了' }),
  'person.removed': ({ actor, text }) => ({ happened: `${actor}把${text}移出了楼`, so: '本人看得到为什么' }),
  'person.moved': ({ place, text }) => ({ happened: `${text}搬到了${place}`, so: '等那边认一认' }),
  'person.leaseEnded': ({ text }) => ({ happened: `${text}的租期到了`, so: '群和门牌都收起来了' }),
  'person.registered': ({ actor, text }) => ({
    happened: `${actor}登记了没有手机的${text}`,
    so: '也是楼里的邻居了',
  }),
  'person.tookOver': ({ text }) => ({ happened: `${text}有了手机`, so: '以前登记的都接上了' }),
  'person.proxyNamed': ({ text }) => ({ happened: `${text}有了代办人`, so: '不会用手机也能点单' }),
  'person.merged': ({ actor, text }) => ({
    happened: `${actor}把${text}的两个账号并成一个`,
    so: '东西都还在',
  }),
  'person.roleApplied': ({ role, text }) => ({
    happened: `${text}想来做${roleName(role)}`,
    so: '社区来看一看',
  }),
  'person.roleProposed': ({ actor, role, text }) => ({
    happened: `${actor}提名${text}做${roleName(role)}`,
    so: '还要一位点头',
  }),
  'person.roleSigned': ({ actor, role, text }) => ({
    happened: `${actor}签了字：${text}做${roleName(role)}`,
    so: '名册上写着谁点的头',
  }),
  'person.roleRefused': ({ actor, role, text }) => ({
    happened: `${actor}回了${text}：这次先不做${roleName(role)}`,
    so: '本人看得到为什么',
  }),
  'person.roleEnded': ({ role, text }) => ({
    happened: `${text}不再做${roleName(role)}`,
    so: '手上的事有人接',
  }),
  'person.roleHandedOver': ({ role, text }) => ({
    happened: `${text}把${roleName(role)}交给了下一位`,
    so: '手上的事一起交接',
  }),
} as const satisfies Record<`person.${ToldOfPeople}`, Teller>
