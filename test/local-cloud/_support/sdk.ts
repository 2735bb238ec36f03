import type { LocalCloud } from '../../../local-cloud/start-cloud'

type Data = Record<string, unknown>

/** What the specs use of a query; the SDK's own types hide results behind callbacks. */
export interface SdkQuery {
  where(query: Data): SdkQuery
  orderBy(path: string, direction: 'asc' | 'desc'): SdkQuery
  skip(count: number): SdkQuery
  limit(count: number): SdkQuery
  field(projection: Data): SdkQuery
  get(): Promise<{ data: Data[] }>
  count(): Promise<{ total: number }>
  update(change: { data: Data; multi?: boolean }): Promise<{ stats: { updated: number } }>
  remove(options?: { multi?: boolean }): Promise<{ stats: { removed: number } }>
}

export interface SdkDocument {
  field(projection: Data): SdkDocument
  get(): Promise<{ data: Data }>
  update(change: { data: Data }): Promise<{ stats: { updated: number } }>
  set(change: { data: Data }): Promise<{ _id: unknown; stats: { updated: number; created: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

export interface SdkCollection extends SdkQuery {
  doc(id: string | number): SdkDocument
  add(doc: { data: Data | Data[] }): Promise<{ _id: string; _ids: string[] }>
  aggregate(): Pipeline
}

/** Stages and operators by name: `pipeline.match({…})`, `$.sum('$n')`. */
export type Pipeline = { end(): Promise<{ list: Data[] }>; done(): unknown[] } & {
  [stage in 'match' | 'group' | 'sort' | 'limit' | 'project' | 'lookup' | 'unwind' | 'count' | 'bucket']: (
    spec: unknown,
  ) => Pipeline
}
type OperatorName =
  | 'addToSet'
  | 'all'
  | 'elemMatch'
  | 'exists'
  | 'expr'
  | 'gt'
  | 'gte'
  | 'in'
  | 'inc'
  | 'lt'
  | 'max'
  | 'min'
  | 'mod'
  | 'mul'
  | 'neq'
  | 'nin'
  | 'not'
  | 'or'
  | 'pop'
  | 'pull'
  | 'pullAll'
  | 'push'
  | 'remove'
  | 'rename'
  | 'set'
  | 'shift'
  | 'size'
  | 'unshift'
  | 'and'
  | 'eq'
  | 'sum'
  | 'jsonSchema'
  | 'lte'
  | 'bit'
  | 'nor'
/** What a condition goes on with: `_.gt(1).and(_.lt(5))`, `_.gt(1).lt(5)`. */
interface Chained extends Record<'eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'nin', Chain> {
  and: Chain
  or: Chain
}
type Chain = (...args: unknown[]) => Chained
type Operators = Record<OperatorName, Chain>

export interface SdkTransaction {
  collection(name: string): Pick<SdkCollection, 'doc' | 'add' | 'where'>
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<unknown>
}

export interface SdkDatabase {
  command: Operators & {
    aggregate: Operators & { pipeline(): Pipeline }
    project: Record<'slice' | 'elemMatch', (operand: unknown) => unknown>
  }
  collection(name: string): SdkCollection
  createCollection(name: string): Promise<{ errMsg: string }>
  serverDate(options?: { offset: number }): unknown
  RegExp(pattern: { regexp: string; options: string }): unknown
  Geo: { Point: new (longitude: number, latitude: number) => unknown }
  startTransaction(): Promise<SdkTransaction>
  runTransaction<T>(work: (transaction: SdkTransaction) => Promise<T>): Promise<T>
}

export interface Sdk {
  init(options: { env: unknown }): void
  DYNAMIC_CURRENT_ENV: unknown
  database(): SdkDatabase
  openapi: unknown
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  getTempFileURL(request: {
    fileList: string[]
  }): Promise<{ fileList: { status: number; tempFileURL: string }[] }>
  deleteFile(request: { fileList: string[] }): Promise<{ fileList: { status: number }[] }>
}

/** The unmodified wx-server-sdk in this process, with its requests going to a local cloud. */
export const sdkFor = (cloud: Pick<LocalCloud, 'env' | 'url'>): Sdk => {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    SCF_NAMESPACE: cloud.env,
    TCB_ENV: cloud.env,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloud.url}/admin` }),
    SILENCE: 'true',
  })
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const sdk = require('wx-server-sdk') as Sdk
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
  return sdk
}
