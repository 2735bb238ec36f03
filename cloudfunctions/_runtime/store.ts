import { accountSchema } from '@/domain/account/schema'
import { messageSchema, readMarkSchema } from '@/domain/chat/schema'
import { guideAnswerSchema, handbookSchema } from '@/domain/handbook/schema'
import { invitationSchema } from '@/domain/invitation/schema'
import { noticeReadSchema, noticeSchema } from '@/domain/notice/schema'
import { digestSchema } from '@/domain/numbers/digest'
import { orderSchema } from '@/domain/order/schema'
import { areaSchema } from '@/domain/place/schema'
import { seriesSchema } from '@/domain/series/schema'
import { signalSchema } from '@/domain/signal/topics'
import { Collection } from './collection'
import type { Trips } from './trips'

/** Every collection, for the length of one request. */
export const openStore = (trips: Trips) => ({
  accounts: new Collection(trips, 'accounts', accountSchema),
  areas: new Collection(trips, 'areas', areaSchema),
  invitations: new Collection(trips, 'invitations', invitationSchema),
  handbooks: new Collection(trips, 'handbooks', handbookSchema),
  guideAnswers: new Collection(trips, 'guideAnswers', guideAnswerSchema),
  orders: new Collection(trips, 'orders', orderSchema),
  digests: new Collection(trips, 'digests', digestSchema),
  series: new Collection(trips, 'series', seriesSchema),
  messages: new Collection(trips, 'messages', messageSchema),
  readMarks: new Collection(trips, 'readMarks', readMarkSchema),
  notices: new Collection(trips, 'notices', noticeSchema),
  noticeReads: new Collection(trips, 'noticeReads', noticeReadSchema),
  signals: new Collection(trips, 'signals', signalSchema),
})
export type Store = ReturnType<typeof openStore>
