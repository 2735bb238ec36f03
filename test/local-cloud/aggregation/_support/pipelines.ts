import type { LocalCloud, StartOptions } from '../../../../local-cloud/start-cloud'
import { rejection, startTestCloud } from '../../_support/cloud'
import { sdkFor } from '../../_support/sdk'

type Data = Record<string, unknown>

/** A pipeline of the SDK: a method per stage. */
export type Pipeline = { end(): Promise<{ list: Data[] }>; done(): Data[] } & Record<
  string,
  (spec?: unknown) => Pipeline
>

/** `db.command.aggregate`: an operator per method. */
export type Operators = Record<string, (operand?: unknown) => unknown> & { pipeline(): Pipeline }

/** `db.command`, as far as pipelines need it. */
export type Commands = Record<string, (...operands: unknown[]) => unknown> & { aggregate: Operators }

interface Bench {
  /** What an expression gives of the document `{_id: 'only', …fields}`. */
  value(expression: unknown): Promise<unknown>
  /** The message with which an expression is refused. */
  refusal(expression: unknown): Promise<unknown>
  /** The documents that a pipeline over a collection gives. */
  list(name: string, build: (pipeline: Pipeline) => Pipeline): Promise<Data[]>
  /** The error with which a pipeline is refused. */
  error(name: string, build: (pipeline: Pipeline) => Pipeline): Promise<Record<string, unknown>>
}

/** The real SDK's operators: they are the same for every cloud. */
export const command = (): Commands => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { Command } = require('@cloudbase/database/dist/commonjs/command') as { Command: Commands }
  return Command
}

/** A cloud with collections of documents, for the cases of one spec. */
export const bench = (collections: Record<string, Data[]>, options: Partial<StartOptions> = {}): Bench => {
  let cloud: LocalCloud
  let start: (name: string) => Pipeline

  beforeAll(async () => {
    const definitions = Object.keys(collections).map((name) => ({
      name,
      rule: 'ADMINONLY' as const,
      indexes: [],
    }))
    cloud = await startTestCloud({ collections: definitions, ...options })
    for (const [name, docs] of Object.entries(collections)) {
      if (docs.length > 0) await cloud.database.insert(name, docs)
    }
    const db = sdkFor(cloud).database()
    start = (name) => db.collection(name).aggregate() as unknown as Pipeline
  })
  afterAll(() => cloud.close())

  const list: Bench['list'] = async (name, build) => (await build(start(name)).end()).list
  const error: Bench['error'] = (name, build) => rejection(build(start(name)).end())
  const [only = 'things'] = Object.keys(collections)
  const projected = (expression: unknown) => (pipeline: Pipeline) =>
    pipeline.project!({ _id: 0, value: expression })
  return {
    list,
    error,
    value: async (expression) => (await list(only, projected(expression)))[0]?.value,
    refusal: async (expression) => (await error(only, projected(expression))).errMsg,
  }
}
