import type { Account } from '@/domain/account/schema'
import { plainMessage, type Message } from '@/domain/chat/schema'
import { titleIn } from '@/domain/chat/policy'
import type { Invitation } from '@/domain/invitation/schema'
import { addressKeys, type Notice } from '@/domain/notice/schema'
import { ancestorsOf } from '@/domain/shared/area'
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
      ...plainMessage,
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

/** The code on the poster in the stairwell of building 4, which its leader made. */
export const posterCode = 'building-4-poster'

/** @param codeFileId its picture in cloud storage */
export const posterOf = (codeFileId: string, now: Timestamp): Invitation => ({
  _id: posterCode,
  areaPath: at.building(4),
  areaName: '幸福里小区 4栋',
  areaAt: ancestorsOf(at.building(4)),
  target: { kind: 'home' },
  targetName: '',
  createdBy: userIdOf('zhoumin'),
  createdAt: now - days(10),
  expiresAt: now + days(355),
  maxUses: 1000,
  usedCount: 0,
  scanCount: 0,
  refusalCount: 0,
  revokedAt: null,
  codeFileId,
})
