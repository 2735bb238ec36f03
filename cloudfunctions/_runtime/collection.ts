import * as z from 'zod'
import type { Page, PageInput } from '@/domain/shared/paging'
import { command, db, isDuplicate, type SdkAggregate, type SdkCollection, type SdkQuery } from './sdk'
import { changesOf } from './changes'
import { openDocument, refuseSealed, sealDocument } from './sealed-documents'
import { BrokenSealError, sealing } from './sealing'
import type { Trips } from './trips'

/** A condition: fields and `command` values. */
export type Where = Readonly<Record<string, unknown>>
export type Direction = 'asc' | 'desc'

/** Thrown where a unique index other than the id refuses a document. */
export class DuplicateKeyError extends Error {}

/**
 * One collection, typed by its schema: what comes out has been opened (`sealed-paths.ts`) and parsed, what goes in
 * is sealed and replaces whole fields. What is sealed can't be asked for: that throws a TypeError.
 * The cloud drops `undefined` from conditions silently, so that a missing id would match every document; here
 * it throws.
 */
export class Collection<T extends { _id: string }> {
  private readonly source: SdkCollection

  constructor(
    private readonly trips: Trips,
    readonly name: string,
    private readonly schema: z.ZodType<T>,
  ) {
    this.source = db.collection(name)
  }

  async get(id: string): Promise<T | null> {
    return this.findOne({ _id: id })
  }

  /** Those that exist, in no order. @param ids at most 1,000 */
  async getMany(ids: readonly string[]): Promise<T[]> {
    const unique = [...new Set(ids)]
    return unique.length === 0 ? [] : this.find({ _id: command.in(unique) }, { limit: unique.length })
  }

  async findOne(where: Where): Promise<T | null> {
    return (await this.find(where, { limit: 1 }))[0] ?? null
  }

  /** @param options.limit at most 1,000, the cloud's own bound */
  async find(
    where: Where,
    options: { orderBy?: [field: string, direction: Direction]; limit: number },
  ): Promise<T[]> {
    const data = await this.read(this.matching(where), options)
    return data.map((document) => this.schema.parse(this.open(document)))
  }

  /** As `find`, but a document that is not as its schema wants it keeps nobody from the others: its id stands apart. */
  async findSound(
    where: Where,
    options: { orderBy?: [field: string, direction: Direction]; limit: number },
  ): Promise<{ sound: T[]; malformed: string[] }> {
    const data = await this.read(this.matching(where), options)
    const parsed = data.map((document) => ({ document, one: this.parseSound(document) }))
    return {
      sound: parsed.flatMap(({ one }) => (one ? [one] : [])),
      malformed: parsed.flatMap(({ document, one }) =>
        one ? [] : [String((document as { _id: unknown })._id)],
      ),
    }
  }

  /** null: it is not as its schema wants it, or its seal is broken. Without a key nothing can be said of any. */
  private parseSound(document: unknown): T | null {
    try {
      return this.schema.parse(this.open(document))
    } catch (error) {
      if (error instanceof z.ZodError || error instanceof BrokenSealError) return null
      throw error
    }
  }

  /** Only some fields of each, where many documents are looked at. @param options.limit at most 1,000 */
  async findParts<K extends keyof T & string>(
    where: Where,
    fields: readonly K[],
    options: { orderBy?: [field: string, direction: Direction]; limit: number },
  ): Promise<Pick<T, K>[]> {
    const mask = Object.fromEntries(fields.map((field) => [field, true as const]))
    const data = await this.read(this.matching(where).field(mask), options)
    const parts = (this.schema as unknown as z.ZodObject).pick(mask as never)
    return data.map((document) => parts.parse(this.open(document)) as Pick<T, K>)
  }

  /**
   * As `findParts`, those with the highest scores first, which the database computes of each that matches; equal ones
   * by id. It reads all that match, and sends no more than `limit`.
   * @param options.score an expression of `command.aggregate`
   * @param options.limit at most 1,000
   */
  async findBest<K extends keyof T & string>(
    where: Where,
    fields: readonly K[],
    { score, limit }: { score: unknown; limit: number },
  ): Promise<Pick<T, K>[]> {
    const mask = Object.fromEntries(fields.map((field) => [field, true as const]))
    const scored = this.matched(where)
      .project({ ...mask, score })
      .sort({ score: -1, _id: 1 })
    const { list } = await this.trips.one(scored.limit(limit).end())
    const parts = (this.schema as unknown as z.ZodObject).pick(mask as never)
    return list.map((document) => parts.parse(this.open(document)) as Pick<T, K>)
  }

  /**
   * Of those that match the last by a number of theirs, and for how many it is more than `beyond`, as far as `most`:
   * one query, which reads no more than `most`.
   */
  async findLast(
    where: Where,
    field: keyof T & string,
    { beyond, most }: { beyond: number; most: number },
  ): Promise<{ last: T | null; beyond: number }> {
    refuseSealed(this.name, [field])
    const $ = command.aggregate
    const isBeyond = $.cond({ if: $.gt([`$${field}`, beyond]), then: 1, else: 0 })
    const looked = this.source
      .aggregate()
      .match(this.checked(where))
      .sort({ [field]: -1 })
      .limit(most)
      .group({ _id: null, last: $.first('$$ROOT'), beyond: $.sum(isBeyond) })
    const { list } = await this.trips.one(looked.end())
    const [found] = list as { last: unknown; beyond: number }[]
    return found
      ? { last: this.schema.parse(this.open(found.last)), beyond: found.beyond }
      : { last: null, beyond: 0 }
  }

  private matching(where: Where): SdkQuery {
    return this.source.where(this.checked(where))
  }

  private open(document: unknown): unknown {
    return openDocument(sealing, this.name, document)
  }

  private async read(
    query: SdkQuery,
    { orderBy, limit }: { orderBy?: [field: string, direction: Direction]; limit: number },
  ): Promise<unknown[]> {
    const limited = query.limit(limit)
    if (orderBy) refuseSealed(this.name, [orderBy[0]])
    return (await this.trips.one((orderBy ? limited.orderBy(...orderBy) : limited).get())).data
  }

  /** A page by a field of `pageKey`s; reads one more than asked to know whether there is a next one. */
  async page(
    where: Where,
    key: keyof T & string,
    direction: Direction,
    { cursor, limit }: PageInput,
  ): Promise<Page<T>> {
    const beyond =
      cursor === null ? {} : { [key]: direction === 'asc' ? command.gt(cursor) : command.lt(cursor) }
    const found = await this.find({ ...where, ...beyond }, { orderBy: [key, direction], limit: limit + 1 })
    const items = found.slice(0, limit)
    const last = items[items.length - 1]
    return { items, nextCursor: found.length > limit && last ? String(last[key]) : null }
  }

  async count(where: Where): Promise<number> {
    return (await this.trips.one(this.matching(where).count())).total
  }

  /** How many there are, as far as `most`: a count reads what it counts. */
  async countUpTo(where: Where, most: number): Promise<number> {
    const counted = this.matched(where, most).group({ _id: null, total: command.aggregate.sum(1) })
    const { list } = await this.trips.one(counted.end())
    return (list as { total: number }[])[0]?.total ?? 0
  }

  /** A pipeline over those that match, or over as many of them as `most`. */
  private matched(where: Where, most?: number): SdkAggregate {
    const all = this.source.aggregate().match(this.checked(where))
    return most === undefined ? all : all.limit(most)
  }

  /**
   * How many documents there are per value of a field, among those that match.
   * @param most of how many at most; those beyond are not read
   */
  async countBy(where: Where, field: keyof T & string, most?: number): Promise<Map<string, number>> {
    refuseSealed(this.name, [field])
    const groups = this.matched(where, most)
      .group({ _id: `$${field}`, total: command.aggregate.sum(1) })
      .limit(1000)
    const { list } = await this.trips.one(groups.end())
    return new Map((list as { _id: string; total: number }[]).map(({ _id, total }) => [_id, total]))
  }

  /**
   * Inserts; if a document with this id is there already (the same request came twice), answers that one.
   * @throws DuplicateKeyError when another unique index refuses it
   */
  async insertOnce(document: T): Promise<{ document: T; isNew: boolean }> {
    try {
      await this.trips.one(this.source.add({ data: sealDocument(sealing, this.name, document) }))
      return { document, isNew: true }
    } catch (error) {
      if (!isDuplicate(error)) throw error
      const existing = await this.get(document._id)
      if (!existing) throw new DuplicateKeyError(this.name)
      return { document: existing, isNew: false }
    }
  }

  /** Inserts, unless a document with this id is there: then it says false, and asks no more. */
  async addNew(document: T): Promise<boolean> {
    try {
      await this.trips.one(this.source.add({ data: sealDocument(sealing, this.name, document) }))
      return true
    } catch (error) {
      if (!isDuplicate(error)) throw error
      return false
    }
  }

  /**
   * Changes all that match, in one atomic update each; answers how many. Plain values replace the field whole
   * (the cloud would merge objects); `command` values (push, inc, …) pass as they are.
   * @throws TypeError when an operation touches what is sealed and can't be
   */
  async update(where: Where, fields: Partial<T>, operations: Where = {}): Promise<number> {
    const data = changesOf(this.name, fields, operations)
    return (await this.trips.one(this.matching(where).update({ data }))).stats.updated
  }

  /**
   * How many documents there are per element of an array of theirs, among those that match; only elements that
   * stand in `among` are counted.
   * @param among at most 1,000
   * @param most of how many documents at most; those beyond are not read
   */
  async countEach(
    where: Where,
    field: keyof T & string,
    among: readonly string[],
    most?: number,
  ): Promise<Map<string, number>> {
    refuseSealed(this.name, [field])
    const groups = this.matched(where, most)
      .project({ [field]: 1 })
      .unwind(`$${field}`)
      .match({ [field]: command.in([...new Set(among)]) })
      .group({ _id: `$${field}`, total: command.aggregate.sum(1) })
      .limit(1000)
    const { list } = await this.trips.one(groups.end())
    return new Map((list as { _id: string; total: number }[]).map(({ _id, total }) => [_id, total]))
  }

  /**
   * How many different values, null aside, a field has among the elements of an array that match one of `elements`,
   * in the documents that match.
   * @param most of how many documents at most; those beyond are not read
   */
  async countDistinct(
    where: Where,
    { array, field, elements }: { array: keyof T & string; field: string; elements: readonly Where[] },
    most?: number,
  ): Promise<number> {
    const pathOf = (name: string): string => `${array}.${name}`
    const wanted = elements.map((element) =>
      Object.fromEntries(Object.entries(element).map(([name, value]) => [pathOf(name), value])),
    )
    refuseSealed(this.name, [pathOf(field), ...wanted.flatMap((element) => Object.keys(element))])
    const counted = this.matched(where, most)
      .project({ [array]: 1 })
      .unwind(`$${array}`)
      .match(command.or(wanted))
      .group({ _id: `$${pathOf(field)}` })
      .match({ _id: command.nin([null]) })
      .group({ _id: null, total: command.aggregate.sum(1) })
    const { list } = await this.trips.one(counted.end())
    return (list as { total: number }[])[0]?.total ?? 0
  }

  /** Takes all that match away for good; answers how many. */
  async remove(where: Where): Promise<number> {
    return (await this.trips.one(this.matching(where).remove())).stats.removed
  }

  private checked(where: Where): Where {
    const missing = Object.entries(where).find(([, value]) => value === undefined)
    if (missing || Object.keys(where).length === 0) {
      throw new TypeError(`a condition must be complete: ${missing ? missing[0] : 'it is empty'}`)
    }
    refuseSealed(this.name, Object.keys(where))
    return where
  }
}
