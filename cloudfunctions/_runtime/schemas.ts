import type * as z from 'zod'
import { accountSchema } from '@/domain/account/schema'
import { appointmentSchema } from '@/domain/appointment/schema'
import { certificateSchema } from '@/domain/certificate/schema'
import { messageSchema, readMarkSchema } from '@/domain/chat/schema'
import { guideAnswerSchema, handbookSchema } from '@/domain/handbook/schema'
import { groupSettingsSchema } from '@/domain/group/schema'
import { inboxItemSchema } from '@/domain/inbox/schema'
import { invitationSchema } from '@/domain/invitation/schema'
import { mediaCheckSchema } from '@/domain/media/schema'
import { removalSchema } from '@/domain/membership/removal'
import { caseSchema } from '@/domain/moderation/schema'
import { noticeReadSchema, noticeSchema } from '@/domain/notice/schema'
import { digestSchema } from '@/domain/numbers/digest'
import { orderSchema } from '@/domain/order/schema'
import { areaSchema, estateCountSchema, householdSchema, placeImportSchema } from '@/domain/place/schema'
import { promiseSchema } from '@/domain/promise/schema'
import { seriesSchema } from '@/domain/series/schema'
import { signalSchema } from '@/domain/signal/topics'
import { topicSchema } from '@/domain/topic/schema'
import { accessSchema, trailLineSchema } from '@/domain/trail/schema'
import { visitSchema } from '@/domain/visit/schema'

/** Every collection, with what its documents are. */
export const schemas = {
  accounts: accountSchema,
  areas: areaSchema,
  households: householdSchema,
  estateCounts: estateCountSchema,
  placeImports: placeImportSchema,
  appointments: appointmentSchema,
  trail: trailLineSchema,
  accesses: accessSchema,
  invitations: invitationSchema,
  removals: removalSchema,
  handbooks: handbookSchema,
  guideAnswers: guideAnswerSchema,
  orders: orderSchema,
  digests: digestSchema,
  series: seriesSchema,
  messages: messageSchema,
  mediaChecks: mediaCheckSchema,
  readMarks: readMarkSchema,
  groups: groupSettingsSchema,
  cases: caseSchema,
  topics: topicSchema,
  promises: promiseSchema,
  inbox: inboxItemSchema,
  notices: noticeSchema,
  noticeReads: noticeReadSchema,
  visits: visitSchema,
  signals: signalSchema,
  certificates: certificateSchema,
}

export type CollectionName = keyof typeof schemas
export type DocumentOf<N extends CollectionName> = z.output<(typeof schemas)[N]>
