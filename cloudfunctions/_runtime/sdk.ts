import cloud from 'wx-server-sdk'

// The one place that knows the SDK. Its own types say `void | string` where promises come back, and know nothing
// of documents: both are mended here, at the edge, and `collection.ts` parses what comes in.
cloud.init({ env: (cloud as unknown as { DYNAMIC_CURRENT_ENV: string }).DYNAMIC_CURRENT_ENV })

type Fields = Readonly<Record<string, unknown>>

/** A query as the SDK builds it; each method that answers is one round trip. */
export interface SdkQuery {
  where(condition: Fields): SdkQuery
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery
  limit(max: number): SdkQuery
  field(mask: Readonly<Record<string, boolean>>): SdkQuery
  get(): Promise<{ data: unknown[] }>
  count(): Promise<{ total: number }>
  update(options: { data: Fields }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}
interface SdkDocument {
  get(): Promise<{ data: unknown }>
  update(options: { data: Fields }): Promise<{ stats: { updated: number } }>
}
export interface SdkCollection extends SdkQuery {
  doc(id: string): SdkDocument
  add(options: { data: Fields }): Promise<{ _id: string }>
  aggregate(): SdkAggregate
}
export interface SdkAggregate {
  match(condition: unknown): SdkAggregate
  project(fields: Fields): SdkAggregate
  unwind(path: string): SdkAggregate
  group(fields: Fields): SdkAggregate
  sort(directions: Readonly<Record<string, 1 | -1>>): SdkAggregate
  limit(max: number): SdkAggregate
  end(): Promise<{ list: unknown[] }>
}
interface SdkCommand {
  in(values: readonly unknown[]): unknown
  all(values: readonly unknown[]): unknown
  nin(values: readonly unknown[]): unknown
  gt(value: unknown): unknown
  gte(value: unknown): SdkCondition
  lt(value: unknown): unknown
  lte(value: unknown): SdkCondition
  size(length: number): unknown
  exists(is: boolean): unknown
  set(value: unknown): unknown
  inc(by: number): unknown
  max(value: number): unknown
  eq(value: unknown): unknown
  push(values: readonly unknown[] | { each: readonly unknown[]; slice: number }): unknown
  pull(condition: unknown): unknown
  pullAll(values: readonly unknown[]): unknown
  addToSet(value: unknown): unknown
  elemMatch(condition: Fields): unknown
  or(conditions: readonly unknown[]): unknown
  aggregate: SdkExpressions
}
type SdkOperator = (operands: unknown) => unknown
/** Expressions that the database computes; `'$field'` stands for a field of the document, `'$$name'` for a variable. */
type SdkExpressions = Record<
  | 'add'
  | 'and'
  | 'anyElementTrue'
  | 'cond'
  | 'eq'
  | 'filter'
  | 'first'
  | 'gt'
  | 'gte'
  | 'ifNull'
  | 'in'
  | 'lt'
  | 'map'
  | 'multiply'
  | 'neq'
  | 'or'
  | 'setIsSubset'
  | 'size'
  | 'substrCP'
  | 'sum',
  SdkOperator
>
interface SdkCondition {
  and(other: unknown): unknown
}
export interface SdkTransaction {
  collection(name: string): Pick<SdkCollection, 'doc' | 'add'>
}
interface SdkDatabase {
  collection(name: string): SdkCollection
  command: SdkCommand
  runTransaction<T>(run: (transaction: SdkTransaction) => Promise<T>, retries?: number): Promise<T>
}

// What is not there is null, not an error.
export const db = cloud.database({ throwOnNotFound: false } as object) as unknown as SdkDatabase
export const command = db.command

/** Who is calling: null for a timer or another function without a user. Never take it from the input. */
export function callerOpenid(): string | null {
  const { OPENID } = cloud.getWXContext() as { OPENID?: string }
  return OPENID ? OPENID : null
}

interface OpenApi {
  security: {
    msgSecCheck(options: {
      openid: string
      scene: number
      version: 2
      content: string
    }): Promise<{ result: { suggest: string } }>
    mediaCheckAsync(options: {
      openid: string
      scene: number
      version: 2
      mediaUrl: string
      mediaType: 1 | 2
    }): Promise<{ traceId: string }>
  }
  wxacode: {
    getUnlimited(options: {
      scene: string
      page: string
      checkPath: boolean
      width?: number
    }): Promise<{ buffer: Buffer }>
  }
  phonenumber: {
    getPhoneNumber(options: { code: string }): Promise<{ phoneInfo: { purePhoneNumber: string } }>
  }
  subscribeMessage: {
    send(options: {
      touser: string
      templateId: string
      page: string
      data: Record<string, { value: string }>
    }): Promise<unknown>
  }
}
export const openapi = (cloud as unknown as { openapi: OpenApi }).openapi

/** Stores a file; answers its `cloud://` id. */
export async function uploadFile(cloudPath: string, fileContent: Buffer): Promise<string> {
  const { fileID } = await cloud.uploadFile({ cloudPath, fileContent } as unknown as Parameters<
    typeof cloud.uploadFile
  >[0])
  return fileID
}

/** What a stored file holds. */
export async function downloadFile(fileId: string): Promise<Buffer> {
  const { fileContent } = (await cloud.downloadFile({ fileID: fileId })) as unknown as { fileContent: Buffer }
  return fileContent
}

/** Where WeChat can load a file for the next hours. */
export async function addressOf(fileId: string): Promise<string> {
  const answer = (await cloud.getTempFileURL({ fileList: [fileId] })) as unknown
  const [file] = (answer as { fileList: { tempFileURL?: string }[] }).fileList
  if (!file?.tempFileURL) throw new Error('no such file')
  return file.tempFileURL
}

/** The most that one request may name. */
const filesAtOnce = 50

/** Deletes files; those that are gone already are no error. */
export async function deleteFiles(fileIds: readonly string[]): Promise<void> {
  for (let from = 0; from < fileIds.length; from += filesAtOnce)
    await cloud.deleteFile({ fileList: fileIds.slice(from, from + filesAtOnce) })
}

/**
 * The number behind a code of the phone-number button; null where WeChat knows none.
 * @see https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/phone-number/getPhoneNumber.html
 */
export async function phoneOf(code: string): Promise<string | null> {
  try {
    return (await openapi.phonenumber.getPhoneNumber({ code })).phoneInfo.purePhoneNumber
  } catch (error) {
    if (Number(partsOf(error).code) === 40029) return null
    throw error
  }
}

/** The SDK throws Errors, and plain objects where a transaction fails at its commit. */
function partsOf(error: unknown): { code: unknown; text: string } {
  if (typeof error !== 'object' || error === null) return { code: undefined, text: String(error) }
  const { errCode, code, errMsg, message } = error as Record<string, unknown>
  return { code: errCode ?? code, text: `${String(code)} ${String(errMsg)} ${String(message)}` }
}

/** A document with this id, or this value of a unique index, is there already (the code alone says only "failed"). */
export const isDuplicate = (error: unknown): boolean => /E11000|duplicate key/i.test(partsOf(error).text)

/** There is no such file (any more). The SDK says so by its code where it is asked for one (-503003), else in words. */
export const isLostFile = (error: unknown): boolean =>
  /-503003|STORAGE_FILE_NONEXIST|file not exist/i.test(
    `${String(partsOf(error).code)} ${partsOf(error).text}`,
  )

/** Another transaction changed the same document: try again. */
export const isTransactionConflict = (error: unknown): boolean =>
  /TransactionConflict|TRANSACTION_CONFLICT|TransactionBusy/i.test(partsOf(error).text)

/**
 * WeChat will not take this message, now or later: no consent left (43101), no such user or template.
 * @see https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 */
export const isRefusedMessage = (error: unknown): boolean =>
  [43101, 40003, 40037, 41030, 47003, 20001].includes(Number(partsOf(error).code))
