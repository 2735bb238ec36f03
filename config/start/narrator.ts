import { accountSchema } from '@/domain/account/schema'
import { messageSchema } from '@/domain/chat/schema'
import { caseSchema } from '@/domain/moderation/schema'
import { noticeReadSchema, noticeSchema } from '@/domain/notice/schema'
import { orderSchema, type Order } from '@/domain/order/schema'
import { areaSchema } from '@/domain/place/schema'
import { trailLineSchema } from '@/domain/trail/schema'
import { visitSchema } from '@/domain/visit/schema'
import { openDocument } from '../../cloudfunctions/_runtime/sealed-documents'
import type { Sealing } from '../../cloudfunctions/_runtime/sealing'
import type { LocalCloud } from '../../local-cloud/start-cloud'
import { caseEvents, messageEvents, noticeEvents, visitEvents } from './group-events'
import { peopleEvents } from './people-events'
import { event, type StreetEvent } from './street-event'

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
    const [areas, orders, messages, notices, reads, accounts, trail, cases, visits] = await Promise.all([
      database.find('areas'),
      newest('orders', 'createdKey'),
      newest('messages', 'sentAt'),
      newest('notices', 'publishedKey'),
      newest('noticeReads', 'readAt'),
      newest('accounts', 'createdAt'),
      newest('trail', 'atKey'),
      newest('cases', 'openedKey'),
      newest('visits', 'createdKey'),
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
      ...notices.map((document) => noticeSchema.parse(document)).flatMap(noticeEvents),
      ...reads
        .map((document) => noticeReadSchema.parse(document))
        .filter(({ kind }) => kind === 'person')
        .map(({ _id, noticeId, readAt, userId }) =>
          event(_id, readAt, 'noticeRead', nameOf(userId), '', titles.get(noticeId)),
        ),
      ...trail.flatMap((document) => peopleEvents(trailLineSchema.parse(document), nameOf)),
      ...cases.flatMap((document) => caseEvents(caseSchema.parse(document))),
      ...visits.flatMap((document) => visitEvents(visitSchema.parse(document))),
    ]
  }
}

const orderEvents = ({ _id, activity, areaName, requesterName, text }: Order): StreetEvent[] =>
  activity.map((line, index) => ({
    ...event(`${_id}-${index}`, line.at, `order.${line.event}`, line.byName, areaName, text),
    requester: requesterName,
  }))
