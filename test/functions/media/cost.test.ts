import type { ActionName } from '@/domain/contracts'
import { lastAnswer } from '../../support/function-log'
import { leastWaits, tooLong, type Waits } from '../../support/least-waits'
import { useTestCloud } from '../../support/test-cloud'
import { checksOf } from './_support/checks'
import { giveToSeries, placesOf } from './_support/places'

const test = useTestCloud()

/** By place, the action that gives, and how long it waits without any file. */
const givenBy: Readonly<Record<string, [ActionName, number]>> = {
  'a photo of an order': ['order.create', 3],
  'the voice of an order': ['order.create', 3],
  'a photo of what was done': ['order.complete', 3],
  'the voice of a rating': ['order.review', 3],
  'a photo of a notice': ['notice.publish', 4],
  'the code of the WeChat group': ['group.putWechatCode', 3],
  'the voice of a newcomer': ['invitation.join', 3],
  'the picture of a newcomer': ['invitation.join', 3],
  'the picture of a neighbour': ['account.correct', 3],
}
const bound = (name: string): number => givenBy[name]?.[1] ?? 3

/** Signals of topics that were used before: the first use of each costs more, once in its life. */
let used: { _id: string; n: number }[] = []

const anew = async (): Promise<void> => {
  await test.reset()
  if (used.length > 0) await test.cloud.database.insert('signals', used)
}

async function measure(isAsked: (name: string) => boolean): Promise<Waits> {
  const waits: Waits = {}
  for (const { give, giver, name } of placesOf(test).filter((place) => isAsked(place.name))) {
    await anew()
    await give(await checksOf(test).upload(giver))
    waits[name] = lastAnswer(test, givenBy[name]?.[0] ?? 'account.me').waits
    used = (await test.cloud.database.find('signals', {})) as unknown as typeof used
  }
  if (!isAsked('a series')) return waits
  await anew()
  await giveToSeries(test, 'cloud://test.local/photo.jpg')
  return { ...waits, 'a series': lastAnswer(test, 'series.create').waits }
}

it('who gives a picture or a voice waits no longer than without', async () => {
  expect(placesOf(test).map(({ name }) => name)).toEqual(Object.keys(givenBy))
  await measure(() => true)
  expect(tooLong(await leastWaits(measure, bound), bound)).toEqual([])
}, 120_000)

it('the clock gives each file its question once, however many wait', async () => {
  const place = placesOf(test)[0]
  const files = await Promise.all(Array.from({ length: 3 }, () => checksOf(test).upload(place?.giver ?? '')))
  for (const fileId of files) await place?.give(fileId)
  await Promise.all([checksOf(test).ask(), checksOf(test).ask()])
  const traces = (await checksOf(test).waiting()).map(({ traceId }) => traceId)
  expect(new Set(traces).size).toBe(3)
  await checksOf(test).push()
  expect(await checksOf(test).waiting()).toEqual([])
})
