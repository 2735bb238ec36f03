import { contracts, type ActionName } from '@/domain/contracts'
import { lastAnswer } from '../../support/function-log'
import { expectFewWaits, type Exceptions, type Waits } from '../../support/least-waits'
import { useNeighbours } from '../../support/neighbours'
import { appointees } from './_support/appointing'
import type { Cost } from './_support/cost'
import { costsOf } from './_support/costs'
import { crowdOf } from './_support/crowd'

const test = useNeighbours(appointees())
const costs = costsOf(test)
const nameOf = ({ action, way }: Cost): string => (way === '' ? action : `${action}, ${way}`)

const most = { command: 3, query: 2 } as const

/** What waits longer, and why. */
const exceptions: Exceptions = {
  'membership.pending': { most: 3, why: 'the caller, who waits with them, then their flats' },
  'resident.find, flat': { most: 3, why: 'of a whole building the stairwells are asked for first' },
  'membership.merge': { most: 4, why: 'what bears the other name is moved afterwards' },
  'account.cancel': { most: 11, why: 'everything that names somebody is gone through, once in a life' },
  'appointment.end': { most: 5, why: 'the newcomers who waited for a leader go to whoever comes next' },
  'appointment.end, hands over': { most: 6, why: 'so do the codes that the leader made' },
  'place.retireArea': { most: 4, why: 'nobody may live there, nor hold a role for it' },
  'place.putGrid': { most: 6, why: 'everyone in the flats goes to the grid with them' },
  'place.runImport': { most: 6, why: 'areas, then flats, then those who live in them' },
  'place.export': { most: 5, why: 'an estate is read a thousand flats at a time, and written to a file' },
}

const room = /^(account|invitation|membership|resident|appointment|place|print)\./

/** Signals of topics that were used before: the first use of each costs more, once in its life. */
let used: { _id: string; n: number }[] = []

async function anew(count: number): Promise<void> {
  await test.reset()
  await test.settle()
  const { accounts, households } = crowdOf(count)
  await test.cloud.database.insert('accounts', accounts)
  await test.cloud.database.insert('households', households)
  if (used.length > 0) await test.cloud.database.insert('signals', used)
}

/** One call of each, with so many more people in the building: by name, its waits. */
async function waitsWith(count: number, isAsked: (name: string) => boolean): Promise<Waits> {
  const waits: Waits = {}
  for (const cost of costs.filter((one) => isAsked(nameOf(one)))) {
    await anew(count)
    await cost.run().catch((error: unknown) => {
      throw new Error(`${nameOf(cost)}: ${String(error)}`)
    })
    waits[nameOf(cost)] = lastAnswer(test, cost.action).waits
    used = (await test.cloud.database.find('signals', {})) as unknown as typeof used
  }
  return waits
}

it('every action of joining has its cost stated', () => {
  const all = (Object.keys(contracts) as ActionName[]).filter((action) => room.test(action))
  expect(all.filter((action) => !costs.some((cost) => cost.action === action))).toEqual([])
})

it('commands wait three times at most and queries twice, but for those named; 300 neighbours more change nothing', async () => {
  const kindOf = (name: string) => contracts[name.split(',')[0] as ActionName].kind
  await expectFewWaits(waitsWith, (name) => most[kindOf(name)], { exceptions, many: 300 })
}, 300_000)
