import type { CallInput, Output } from '@/domain/contracts'
import type { Message } from '@/domain/chat/schema'
import type { Notice } from '@/domain/notice/schema'
import { cast, type CastName } from '../../../support/neighbours'
import { places } from '../../../support/factories/places'
import type { TestCloud } from '../../../support/test-cloud'
import { signalId } from '../../../support/signal-id'

export type NoticeView = Output<'notice.get'>['notice']
type Wanted = Partial<CallInput<'notice.publish'>>

const water = { title: '明天停水', text: '上午九点到十一点，请提前存水。需要送水的老人打社区电话。' }

/** Notices in a neighbourhood (`support/neighbours.ts`), by what people are to Lin of building 4. */
export const noticesIn = (test: TestCloud) => {
  const as = (who: CastName) => test.as(cast[who])
  const wanted = (overrides: Wanted = {}) => ({ areaPaths: [places.building4], ...water, ...overrides })
  return {
    as,
    wanted,
    publish: async (who: CastName, overrides: Wanted = {}, requestId?: string): Promise<NoticeView> =>
      (await as(who).call('notice.publish', wanted(overrides), requestId)).notice,
    publishCode: (who: CastName, overrides: Wanted = {}, requestId?: string): Promise<string> =>
      as(who).code('notice.publish', wanted(overrides), requestId),
    read: async (who: CastName, noticeId: string): Promise<NoticeView> =>
      (await as(who).call('notice.read', { noticeId })).notice,
    titles: async (who: CastName, input: CallInput<'notice.list'> = {}): Promise<string[]> =>
      (await as(who).call('notice.list', input)).items.map(({ title }) => title),
    unread: async (who: CastName, noticeId: string): Promise<string[]> =>
      (await as(who).call('notice.unread', { noticeId })).items.map(({ nickname }) => nickname),
    stored: async (noticeId: string): Promise<Notice> =>
      (await test.cloud.database.get('notices', noticeId)) as unknown as Notice,
    cards: async (groupPath: string): Promise<Message[]> => {
      const found = await test.cloud.database.find('messages', { groupPath, 'body.kind': 'notice' })
      return (found as unknown as Message[]).sort((a, b) => a.seq - b.seq)
    },
    signal: async (topic: string): Promise<number> =>
      ((await test.cloud.database.get('signals', signalId(topic))) as { n: number } | null)?.n ?? 0,
    tick: (): Promise<unknown> => test.cloud.timers.fire('timers', 'everyTenSeconds'),
  }
}
