import { AppError, type ErrorCode } from '@/domain/shared/errors'

const words = {
  BadInput: '有一处没填对，请看看再交',
  NotSignedIn: '还不认识您，请先扫码加入楼栋',
  Forbidden: '这件事要社区或楼长来办',
  NotFound: '没找到，可能已经撤下了',
  Conflict: '刚刚有了变化，已为您更新',
  InvitationUnknown: '没认出这个码，请向楼长要一张新的',
  InvitationExpired: '这张码过期了，请向楼长要一张新的',
  InvitationRevoked: '这张码停用了，请向楼长要一张新的',
  InvitationUsedUp: '这张码用满了，请向楼长要一张新的',
  GuardianNeeded: '未满14岁要由家长来办，请家长扫一扫',
  SecondNeeded: '还要另一位工作人员同意，才算数',
  StillInUse: '还有人住在这里，或者还有事没交出去，先办好再来',
  ContentRejected: '这段话发不出去，换个说法试试',
  LimitReached: '歇一会儿再来，急事请打社区电话',
  DangerFirst: '这件事有危险，请先打急救或报警电话',
  SomeoneElsesJob: '这件事有专门的单位管，请直接打他们的电话',
  NotEligible: '这一单暂时不合适，看看别的吧',
  NothingServed: '这段时间没有服务记录，换个时间试试',
  Offline: '网络断开了，连上后再点一次',
  Timeout: '网络有点慢，请再点一次',
  Internal: '我们这边出了点问题，请稍后再试',
} satisfies Record<ErrorCode, string>

/** What happened and what to do next, for any error. */
export const errorWords = (error: unknown): string =>
  words[error instanceof AppError ? error.code : 'Internal']
