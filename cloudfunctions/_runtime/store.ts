import { accountSchema } from '@/domain/account/schema'
import { messageSchema, readMarkSchema } from '@/domain/chat/schema'
import { invitationSchema } from '@/domain/invitation/schema'
import { noticeReadSchema, noticeSchema } from '@/domain/notice/schema'
import { orderSchema } from '@/domain/order/schema'
import { areaSchema } from '@/domain/place/schema'
import { signalSchema } from '@/domain/signal/topics'
import { Collection } from './collection'
import type { Trips } from './trips'

/** Every collection, for the length of one request. */
export const openStore = (trips: Trips) => ({
  accounts: new Collection(trips, 'accounts', accountSchema),
  areas: new Collection(trips, 'areas', areaSchema),
  invitations: new Collection(trips, 'invitations', invitationSchema),
  orders: new Collection(trips, 'orders', orderSchema),
  messages: new Collection(trips, 'messages', messageSchema),
  readMarks: new Collection(trips, 'readMarks', readMarkSchema),
  notices: new Collection(trips, 'notices', noticeSchema),
  noticeReads: new Collection(trips, 'noticeReads', noticeReadSchema),
  signals: new Collection(trips, 'signals', signalSchema),
})
export type Store = ReturnType<typeof openStore>
