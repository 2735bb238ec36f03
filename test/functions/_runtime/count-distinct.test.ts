import type { Store } from '../../../cloudfunctions/_runtime/store'
import type { within as Within } from '../../../cloudfunctions/_runtime/within'
import { Trips } from '../../../cloudfunctions/_runtime/trips'
import { sdkFor } from '../../local-cloud/_support/sdk'
import { anAccount, aMembership } from '../../support/factories/account'
import { places } from '../../support/factories/places'
import { functionEnv } from '../../support/test-key'
import { useTestCloud } from '../../support/test-cloud'

const at = (areaPath: string, householdId: string | null) => aMembership({ areaPath, householdId })
const living = (_id: string, ...memberships: ReturnType<typeof at>[]) => anAccount({ _id, memberships })

const test = useTestCloud([
  living('person-one', at(places.building4, 'flat-1502')),
  living('person-two', at(places.building4, 'flat-1502'), at(places.building5, 'flat-301')),
  living('person-three', at(places.building4, 'flat-1401')),
  living('person-four', at(places.building4, null)),
  living('person-five', at(places.building41, 'flat-9999')),
])
let store: Store
let within: typeof Within

beforeAll(async () => {
  sdkFor(test.cloud)
  Object.assign(process.env, functionEnv)
  // The SDK reads where its cloud is when it is first loaded.
  store = (await import('../../../cloudfunctions/_runtime/store')).openStore(new Trips())
  ;({ within } = await import('../../../cloudfunctions/_runtime/within'))
})

const flatsIn = (...paths: string[]) =>
  store.accounts.countDistinct(
    { homeAt: paths[0] },
    {
      array: 'memberships',
      field: 'householdId',
      elements: paths.map((path) => ({ areaPath: within(path) })),
    },
  )

it('two in one flat are one, what is elsewhere or has no value is none', async () => {
  expect(await flatsIn(places.building4)).toBe(2)
  expect(await flatsIn(places.building5)).toBe(1)
  expect(await flatsIn(places.estate)).toBe(4)
  expect(await flatsIn(places.buildingElsewhere)).toBe(0)
})

it('an element has to meet all of one condition, and of several any one', async () => {
  const where = { homeAt: places.estate }
  const count = (elements: Record<string, unknown>[]) =>
    store.accounts.countDistinct(where, { array: 'memberships', field: 'householdId', elements })
  expect(await count([{ areaPath: places.building4, householdId: 'flat-301' }])).toBe(0)
  expect(await count([{ householdId: 'flat-301' }, { areaPath: places.building41 }])).toBe(2)
})

it('what is sealed can’t be counted or asked for', async () => {
  const counted = {
    array: 'memberships',
    field: 'roomNumber',
    elements: [{ standing: 'confirmed' }],
  } as const
  await expect(store.accounts.countDistinct({ openid: 'o' }, counted)).rejects.toThrow(TypeError)
  const asked = { array: 'memberships', field: 'householdId', elements: [{ roomNumber: '1502' }] } as const
  await expect(store.accounts.countDistinct({ openid: 'o' }, asked)).rejects.toThrow(TypeError)
})
