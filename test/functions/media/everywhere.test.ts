import { collections } from '../../../cloudfunctions/_database/collections'
import { useTestCloud } from '../../support/test-cloud'
import { checksOf } from './_support/checks'
import { placesOf } from './_support/places'

const test = useTestCloud()
/** The cloud begins anew before each test, and with it all that is made of it. */
const checks = () => checksOf(test)
const names = placesOf(test).map(({ name }) => name)
const placeOf = (name: string) => {
  const place = placesOf(test).find((one) => one.name === name)
  if (!place) throw new Error(`no place ${name}`)
  return place
}

describe.each(names)('%s', (name) => {
  const given = async () => {
    const place = placeOf(name)
    const fileId = await uploaded(place.giver)
    const id = await place.give(fileId)
    return { ...place, fileId, id, look: async () => JSON.stringify(await place.seen(id)) }
  }
  const uploaded = (giver: string) => checks().upload(giver)

  it('is shown at once, and stays once it has passed; then nothing is kept of the question', async () => {
    const { fileId, giver, id, kind, look } = await given()
    expect(await look()).toContain(fileId)
    expect(await checks().waiting()).toMatchObject([{ fileId, of: { kind, id }, traceId: null }])
    expect(JSON.stringify(await test.as(giver).call('account.me', {}))).not.toMatch(/traceId|recheckAt/)
    await checks().ask()
    expect(checks().asked()).toEqual([checks().nameIn(fileId)])
    await checks().push()
    expect(await look()).toContain(fileId)
    expect(checks().isKept(fileId)).toBe(true)
    expect(await checks().waiting()).toEqual([])
  })

  it('is gone everywhere once it is refused: from its place, from storage; and phones ask anew', async () => {
    const { fileId, look, topic } = await given()
    checks().decide(fileId, 'risky')
    await checks().ask()
    const before = await checks().signal(topic)
    await checks().push()
    expect(await look()).not.toContain(fileId)
    for (const { name: collection } of collections) {
      expect(JSON.stringify(await test.cloud.database.find(collection, {}))).not.toContain(fileId)
    }
    expect(checks().isKept(fileId)).toBe(false)
    expect(await checks().waiting()).toEqual([])
    expect(await checks().signal(topic)).toBeGreaterThan(before)
  })
})
