import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkBatches, checkFiles, checkMoves, checkSeats, checkThings } from './_support/killing/checks'
import { KillableCloud } from './_support/killing/killable-cloud'
import { Ledger } from './_support/killing/ledger'
import { ACCOUNTS, AMOUNT, writers } from './_support/killing/writers'
import { sdkFor, type Sdk } from './_support/sdk'

/** DURABILITY_ROUNDS=200 for a long night. */
const ROUNDS = Number(process.env.DURABILITY_ROUNDS ?? 8)
const SECONDS_A_ROUND = 15

const dataDir = mkdtempSync(path.join(tmpdir(), 'killed-'))
const cloud = new KillableCloud(dataDir)
const ledger = new Ledger()
let sdk: Sdk

/** Everybody writes; some time later, at no particular moment, the cloud is killed and started again. */
async function round(number: number): Promise<void> {
  const writing = Promise.all(writers.map((write) => write(sdk, ledger, number)))
  await ledger.after(20 + Math.floor(Math.random() * 200))
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 20))
  await cloud.kill()
  await writing
  await cloud.start()
}

beforeAll(
  async () => {
    await cloud.start()
    sdk = sdkFor(cloud)
    const data = ACCOUNTS.map((_id) => ({ _id, amount: AMOUNT }))
    await sdk.database().collection('accounts').add({ data })
    for (let number = 0; number < ROUNDS; number++) await round(number)
  },
  ROUNDS * SECONDS_A_ROUND * 1000,
)

afterAll(async () => {
  await cloud.kill()
  rmSync(dataDir, { recursive: true, force: true })
})

describe(`killed ${ROUNDS} times under load`, () => {
  test('inserts, updates, removals: what was acknowledged is there, and indexes agree with documents', () =>
    checkThings(sdk, ledger))

  test('transactions: all or nothing, and none that was acknowledged is lost', () => checkMoves(sdk, ledger))

  test('a request with several documents: all or none', () => checkBatches(sdk, ledger))

  test('a unique index: still holds', () => checkSeats(sdk, ledger))

  test('uploads: whole, and none that was acknowledged is lost', () => checkFiles(sdk, ledger))

  test('there was enough to lose', () => {
    const outcomes = [...ledger.moves.values(), ...ledger.batches.values()]
    expect(outcomes.filter((outcome) => outcome === 'acknowledged').length).toBeGreaterThan(ROUNDS * 4)
    expect(ledger.acknowledged).toBeGreaterThan(ROUNDS * 20)
  })
})
