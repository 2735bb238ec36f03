import type { Relation } from '@/domain/account/schema'
import type { InvitationState } from '@/domain/invitation/schema'

export const invite = {
  create: '做一张码',
  createTitle: '做一张邀请码',
  area: '请谁进来',
  days: '能用多久',
  daysChoice: (days: number) => `${days} 天`,
  uses: '能用几次',
  usesChoice: (uses: number) => `${uses} 次`,
  created: '码做好了',
  codeAlt: (areaName: string) => `${areaName}的邀请码，请邻居用微信扫一扫`,
  codeMissing: '这张码的图片打不开，请再做一张',
  say: '可以这样说',
  sentence: (areaName: string) =>
    `这是${areaName}的码。用微信扫一扫，就进了咱们的群：停水停电先知道，搬家缺人手、家里有事，在群里说一声就行。`,
  copy: '复制这段话',
  copied: '复制好了，去粘贴吧',
  left: (left: number) => `还能用 ${left} 次`,
  usedUp: '用满了',
  until: (day: string) => `${day}前都能扫`,
  made: (moment: string) => `${moment}做的`,
  show: '出示这张码',
  revoke: '停用',
  revokeTitle: '停用这张码吗',
  revokeCheck: '停用后，扫这张码的人进不来。已经进来的邻居不受影响。停用后不能恢复。',
  revoked: '停用了',
  empty: '还没有邀请码',
  emptyHint: '做一张，贴在单元门口，新邻居一扫就进来',
  noArea: '邀请码由楼长或社区来做',
  older: '用不了的码',

  pendingEmpty: '没有等着的新邻居',
  pendingEmptyHint: '有人扫码进来，会在这里等您认一认',
  lives: (areaName: string, roomNumber: string) => `${areaName} ${roomNumber}`,
  cameAt: (moment: string) => `${moment}扫码进来`,
  confirm: '是邻居',
  confirmLabel: (name: string) => `${name}是邻居，确认`,
  confirmed: (name: string) => `欢迎${name}`,
  decline: '不认识',
  declineTitle: (name: string) => `不认识${name}吗`,
  declineCheck: '确认后，这位会离开楼栋群，看不到邻居的消息。弄错了，可以请人家再扫一次码。',
  declineConfirm: '不是这里的',
  declined: '知道了，已经请人家离开',
  vouch: '认识、或上门见过，再点「是邻居」',
} as const

/** How someone lives there, in a sentence. */
export const relationSentences = {
  owner: '是这里的业主',
  tenant: '在这里租房',
  family: '是这家的家人',
  carer: '在这家照护',
} as const satisfies Record<Relation, string>

export const invitationStateNames = {
  valid: '能用',
  expired: '过期了',
  revoked: '停用了',
  usedUp: '用满了',
} as const satisfies Record<InvitationState, string>
