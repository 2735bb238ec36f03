import type { Sdk } from '../sdk'
import type { Ledger } from './ledger'
import { ACCOUNTS, AMOUNT, BATCH, OWNERS, TAGS } from './writers'

type Data = Record<string, unknown>
type Selection = ReturnType<ReturnType<ReturnType<Sdk['database']>['collection']>['where']>

const PAGE = 1000

/** All rows of a selection, page by page. */
async function all(selection: Selection): Promise<Data[]> {
  const rows: Data[] = []
  for (;;) {
    const { data } = await selection.skip(rows.length).limit(PAGE).get()
    rows.push(...data)
    if (data.length < PAGE) return rows
  }
}

/** The whole of a collection, by ids: the documents themselves, past all other indexes. */
const whole = (sdk: Sdk, name: string): Promise<Data[]> =>
  all(sdk.database().collection(name).where({}).orderBy('_id', 'asc'))

const idsOf = (rows: Data[]): string[] => rows.map(({ _id }) => String(_id)).sort()

/** Things are in a state that was acknowledged, or that was asked for without an answer. */
export async function checkThings(sdk: Sdk, ledger: Ledger): Promise<void> {
  const rows = await whole(sdk, 'things')
  const versions = new Map(rows.map(({ _id, version }) => [String(_id), version]))
  const wrong = [...ledger.things]
    .map(([id, allowed]) => ({ id, allowed, found: versions.get(id) ?? null }))
    .filter(({ allowed, found }) => !allowed.includes(found as number | null))
  expect(wrong).toEqual([])
  expect(rows.filter(({ _id }) => !ledger.things.has(String(_id)))).toEqual([])
  await checkIndexes(sdk, rows)
}

/** Each index finds just the documents that a full read finds. */
async function checkIndexes(sdk: Sdk, rows: Data[]): Promise<void> {
  const things = sdk.database().collection('things')
  for (const owner of OWNERS) {
    const byIndex = await all(things.where({ owner }).orderBy('version', 'desc'))
    expect(idsOf(byIndex)).toEqual(idsOf(rows.filter((row) => row.owner === owner)))
    expect(byIndex).toEqual([...byIndex].sort((a, b) => Number(b.version) - Number(a.version)))
  }
  for (const tag of TAGS) {
    const byIndex = await all(things.where({ tags: tag }))
    expect(idsOf(byIndex)).toEqual(idsOf(rows.filter(({ tags }) => (tags as string[]).includes(tag))))
  }
}

/** Accounts hold what the moves that are there add up to, and those are all that were acknowledged. */
export async function checkMoves(sdk: Sdk, ledger: Ledger): Promise<void> {
  const moves = await whole(sdk, 'moves')
  const present = new Set(idsOf(moves))
  const told = (outcome: string): string[] =>
    [...ledger.moves].filter(([, said]) => said === outcome).map(([id]) => id)
  expect(told('acknowledged').filter((id) => !present.has(id))).toEqual([])
  expect(told('refused').filter((id) => present.has(id))).toEqual([])
  const amounts = new Map(ACCOUNTS.map((account) => [account, AMOUNT]))
  for (const { from, to, amount } of moves as { from: string; to: string; amount: number }[]) {
    amounts.set(from, amounts.get(from)! - amount)
    amounts.set(to, amounts.get(to)! + amount)
  }
  const accounts = await whole(sdk, 'accounts')
  expect(new Map(accounts.map(({ _id, amount }) => [_id, amount]))).toEqual(amounts)
  for (const from of ACCOUNTS) {
    const byIndex = await all(sdk.database().collection('moves').where({ from }))
    expect(idsOf(byIndex)).toEqual(idsOf(moves.filter((move) => move.from === from)))
  }
}

/** Of a request with several documents all are there, or none; all where it was acknowledged. */
export async function checkBatches(sdk: Sdk, ledger: Ledger): Promise<void> {
  const sizes = new Map<unknown, number>()
  for (const { batch } of await whole(sdk, 'batches')) sizes.set(batch, (sizes.get(batch) ?? 0) + 1)
  const wrong = [...ledger.batches]
    .map(([batch, outcome]) => ({ batch, outcome, size: sizes.get(batch) ?? 0 }))
    .filter(({ outcome, size }) => size !== BATCH && !(size === 0 && outcome === 'unknown'))
  expect(wrong).toEqual([])
}

/** No seat is taken twice, and who was given one has it. The unique index still refuses a second. */
export async function checkSeats(sdk: Sdk, ledger: Ledger): Promise<void> {
  const rows = await whole(sdk, 'seats')
  const taken = rows.map(({ seat }) => seat)
  expect(new Set(taken).size).toBe(taken.length)
  const present = new Set(idsOf(rows))
  const wrong = [...ledger.seats].filter(([id, { outcome }]) =>
    present.has(id) ? outcome === 'refused' : outcome === 'acknowledged',
  )
  expect(wrong).toEqual([])
  for (const seat of taken.slice(-5)) {
    const second = sdk.database().collection('seats').add({ data: { seat } })
    await expect(second).rejects.toThrow('E11000')
  }
}

/** A file that can be had is whole; an acknowledged one can be had. */
export async function checkFiles(sdk: Sdk, ledger: Ledger): Promise<void> {
  const env = process.env.TCB_ENV ?? ''
  for (const [path, { content, outcome }] of ledger.files) {
    const { fileList } = await sdk.getTempFileURL({ fileList: [`cloud://${env}.local-${env}/${path}`] })
    const [file] = fileList
    if (file?.status !== 0) {
      expect({ path, outcome }).toEqual({ path, outcome: 'unknown' })
      continue
    }
    const answer = await fetch(file.tempFileURL)
    expect(content.equals(Buffer.from(await answer.arrayBuffer()))).toBe(true)
  }
}
