import { accountSchema } from '@/domain/account/schema'
import { messageSchema, type Message } from '@/domain/chat/schema'
import { isThread } from '@/domain/chat/thread'
import { noticeReadSchema, noticeSchema, type Notice } from '@/domain/notice/schema'
import { orderSchema, type Order } from '@/domain/order/schema'
import { areaSchema } from '@/domain/place/schema'
import type { Role } from '@/domain/shared/role'
import { trailLineSchema } from '@/domain/trail/schema'
import { openDocument } from '../../cloudfunctions/_runtime/sealed-documents'
import type { Sealing } from '../../cloudfunctions/_runtime/sealing'
import type { LocalCloud } from '../../local-cloud/start-cloud'
import { peopleEvents } from './people-events'

/** Something that just happened on the street. */
export interface StreetEvent {
  id: string
  at: number
  /** `order.<event>`, `person.<event>`, message, notice, noticeRead */
  kind: string
  actor: string
  /** Whom an order is for. */
  requester?: string
  place: string
  /** What was said; whom it happened to, where it is about a person. */
  text: string
  role?: Role | null
}

type Listener = (event: StreetEvent) => void

/** How many of the newest documents of a collection are looked at; more never happens between two looks. */
const looked = 60

/**
 * Tells what happens in the neighbourhood, from what is stored: whatever phone or person did it. It looks only
 * after a function has run.
 */
export class Narrator {
  private readonly listeners = new Set<Listener>()
  private readonly told = new Set<string>()
  private readonly timer: ReturnType<typeof setInterval>
  private lastCalls: string | undefined
  private isLooking = false

  constructor(
    private readonly cloud: LocalCloud,
    private readonly sealing: Sealing,
  ) {
    this.timer = setInterval(() => void this.look().catch(() => undefined), 300)
  }

  /** What was there before is not told. */
  async begin(): Promise<this> {
    for (const event of await this.collect()) this.told.add(event.id)
    return this
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  stop(): void {
    clearInterval(this.timer)
  }

  private async look(): Promise<void> {
    // Calls overlap: the last one to begin is not always the last one to end.
    const calls = this.cloud.functions.logs().slice(-looked)
    const mark = calls.map(({ requestId, ms }) => `${requestId}${ms === null ? '…' : ''}`).join()
    if (mark === this.lastCalls || this.isLooking) return
    this.lastCalls = mark
    this.isLooking = true
    try {
      for (const event of (await this.collect()).sort((a, b) => a.at - b.at)) {
        if (this.told.has(event.id)) continue
        this.told.add(event.id)
        this.listeners.forEach((listener) => listener(event))
      }
    } finally {
      this.isLooking = false
    }
  }

  private async collect(): Promise<StreetEvent[]> {
    const { database } = this.cloud
    const newest = async (collection: string, field: string) => {
      const found = await database.find(collection, {}, { sort: { [field]: -1 }, limit: looked })
      return found.map((document) => openDocument(this.sealing, collection, document))
    }
    const [areas, orders, messages, notices, reads, accounts, trail] = await Promise.all([
      database.find('areas'),
      newest('orders', 'createdKey'),
      newest('messages', 'sentAt'),
      newest('notices', 'publishedKey'),
      newest('noticeReads', 'readAt'),
      newest('accounts', 'createdAt'),
      newest('trail', 'atKey'),
    ])
    const people = new Map(
      accounts.map((document) => accountSchema.parse(document)).map((one) => [one._id, one]),
    )
    const nameOf = (userId: string | null): string => people.get(userId ?? '')?.nickname ?? ''
    const places = new Map(
      areas.map((document) => areaSchema.parse(document)).map(({ _id, fullName }) => [_id, fullName]),
    )
    const titles = new Map(
      notices.map((document) => noticeSchema.parse(document)).map(({ _id, title }) => [_id, title]),
    )
    return [
      ...orders.flatMap((document) => orderEvents(orderSchema.parse(document))),
      ...messages
        .map((document) => messageSchema.parse(document))
        .flatMap((message) => messageEvents(message, places.get(message.groupPath))),
      ...notices.map((document) => noticeEvent(noticeSchema.parse(document))),
      ...reads
        .map((document) => noticeReadSchema.parse(document))
        .map(({ _id, noticeId, readAt, userId }) =>
          event(_id, readAt, 'noticeRead', nameOf(userId), '', titles.get(noticeId)),
        ),
      ...trail.flatMap((document) => peopleEvents(trailLineSchema.parse(document), nameOf)),
    ]
  }
}

const event = (id: string, at: number, kind: string, actor: string, place = '', text = ''): StreetEvent => ({
  id,
  at,
  kind,
  actor,
  place,
  text: text.slice(0, 60),
})

const orderEvents = ({ _id, activity, areaName, requesterName, text }: Order): StreetEvent[] =>
  activity.map((line, index) => ({
    ...event(`${_id}-${index}`, line.at, `order.${line.event}`, line.byName, areaName, text),
    requester: requesterName,
  }))

/** What people say, but not within an order; lines of the house tell what is told anyway, changes are no news. */
const messageEvents = (
  { _id, authorName, body, groupPath, sentAt }: Message,
  place: string | undefined,
): StreetEvent[] => {
  if (isThread(groupPath)) return []
  if (body.kind !== 'text' && body.kind !== 'image' && body.kind !== 'voice') return []
  return [event(_id, sentAt, 'message', authorName, place, body.kind === 'text' ? body.text : '')]
}

const noticeEvent = ({ _id, areaName, authorName, publishedAt, title }: Notice): StreetEvent =>
  event(_id, publishedAt, 'notice', authorName, areaName, title)
