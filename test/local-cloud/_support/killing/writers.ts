import { randomBytes } from 'node:crypto'
import type { Sdk } from '../sdk'
import { outcomeOf, type Ledger, type Outcome } from './ledger'

export const ACCOUNTS = ['a', 'b', 'c', 'd', 'e', 'f']
export const AMOUNT = 1000
export const BATCH = 7
export const OWNERS = ['ann', 'ben', 'cem']
export const TAGS = ['red', 'green', 'blue']

/** One that writes until the cloud dies: resolves when a write has no answer. `round` keeps its ids apart. */
export type Writer = (sdk: Sdk, ledger: Ledger, round: number) => Promise<void>

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!

/** Calls `step` until one of its writes has no answer. */
async function untilDeath(step: (n: number) => Promise<Outcome>): Promise<void> {
  for (let n = 0; (await step(n)) !== 'unknown'; n++);
}

/** Adds things, updates them some times, and removes some of them. */
const keeper =
  (owner: string): Writer =>
  async (sdk, ledger, round) => {
    const things = sdk.database().collection('things')
    const tagged = () => TAGS.filter(() => Math.random() < 0.5)
    const write = async (id: string, version: number | null): Promise<Outcome> => {
      const before = ledger.things.get(id) ?? [null]
      const outcome = await outcomeOf(ledger, async () => {
        const data = { version, tags: tagged(), text: 'x'.repeat(300) }
        if (version === null) return await things.doc(id).remove()
        if (version > 1) return await things.doc(id).update({ data })
        return await things.add({ data: { _id: id, owner, ...data } })
      })
      ledger.things.set(id, outcome === 'acknowledged' ? [version] : [...before, version])
      return outcome
    }
    await untilDeath(async (n) => {
      const id = `${owner}-${round}-${n}`
      for (const version of [1, 2, 3, 4]) if ((await write(id, version)) === 'unknown') return 'unknown'
      return n % 3 === 0 ? await write(id, null) : 'acknowledged'
    })
  }

/** Moves amounts between accounts: two updates and one insert in a transaction. */
const mover =
  (name: string): Writer =>
  async (sdk, ledger, round) => {
    const db = sdk.database()
    await untilDeath(async (n) => {
      const [from, amount, id] = [pick(ACCOUNTS), 1 + Math.floor(Math.random() * 9), `${name}-${round}-${n}`]
      const to = pick(ACCOUNTS.filter((account) => account !== from))
      const outcome = await outcomeOf(ledger, () =>
        db.runTransaction(async (transaction) => {
          const accounts = transaction.collection('accounts')
          await accounts.doc(from).update({ data: { amount: db.command.inc(-amount) } })
          await accounts.doc(to).update({ data: { amount: db.command.inc(amount) } })
          await transaction.collection('moves').add({ data: { _id: id, from, to, amount } })
        }),
      )
      ledger.moves.set(id, outcome)
      return outcome
    })
  }

/** Adds several documents in one request. */
const batcher: Writer = async (sdk, ledger, round) => {
  await untilDeath(async (n) => {
    const batch = `${round}-${n}`
    const data = Array.from({ length: BATCH }, (_x, i) => ({
      _id: `${batch}-${i}`,
      batch,
      pad: 'y'.repeat(200),
    }))
    const outcome = await outcomeOf(ledger, () => sdk.database().collection('batches').add({ data }))
    ledger.batches.set(batch, outcome)
    return outcome
  })
}

/** Two at a time ask for the same seat, which only one may have. */
const seaters: Writer = async (sdk, ledger, round) => {
  await untilDeath(async (n) => {
    const seat = `${round}-${n}`
    const outcomes = await Promise.all(
      ['left', 'right'].map(async (side) => {
        const _id = `${seat}-${side}`
        const outcome = await outcomeOf(ledger, () =>
          sdk.database().collection('seats').add({ data: { _id, seat } }),
        )
        ledger.seats.set(_id, { seat, outcome })
        return outcome
      }),
    )
    return outcomes.includes('unknown') ? 'unknown' : 'acknowledged'
  })
}

/** Uploads files of all sizes. */
const uploader: Writer = async (sdk, ledger, round) => {
  await untilDeath(async (n) => {
    const cloudPath = `killed/${round}/${n}.bin`
    const fileContent = randomBytes(20_000 + Math.floor(Math.random() * 200_000))
    const outcome = await outcomeOf(ledger, () => sdk.uploadFile({ cloudPath, fileContent }))
    ledger.files.set(cloudPath, { content: fileContent, outcome })
    return outcome
  })
}

/** All that write at once. */
export const writers: readonly Writer[] = [
  ...OWNERS.map(keeper),
  mover('left'),
  mover('right'),
  batcher,
  seaters,
  uploader,
]
