import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { places } from '../support/factories/places'
import { startCloudProcess } from '../support/cloud-process'
import { openPhone } from '../support/phone'

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'killed-cloud-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

it('a cloud that is killed again and again in the middle of work loses no order and no message that it had acknowledged', async () => {
  const acknowledged = new Set<string>()
  const placed = new Set<string>()
  for (let round = 0; round < 3; round += 1) {
    const cloud = await startCloudProcess(dataDir)
    const phone = openPhone(cloud)
    let isKilled = false
    let said = 0
    const speaker = async (name: string): Promise<void> => {
      for (let n = 0; !isKilled && n < 1000; n += 1) {
        const requestId = `${name}-round-${round}-${n}`
        const body = { kind: 'text', text: requestId } as const
        const sent = await phone
          .call('chat.send', { groupPath: places.building4, body }, requestId)
          .catch(() => null)
        if (!sent) return
        acknowledged.add(requestId)
        said += 1
        if (said === 25 + round * 10) {
          isKilled = true
          await cloud.kill()
        }
      }
    }
    const customer = async (): Promise<void> => {
      for (let n = 0; !isKilled && n < 3; n += 1) {
        const requestId = `order-round-${round}-${n}`
        const input = { serviceId: 'repair', text: requestId, homePath: places.building4 } as const
        const sent = await phone.call('order.create', input, requestId).catch(() => null)
        if (sent) placed.add(requestId)
      }
    }
    const ordering = customer()
    await Promise.all(['anna', 'berta', 'clara', 'doris'].map((name) => speaker(`speaker-${name}`)))
    await ordering
    expect({ round, isKilled }).toEqual({ round, isKilled: true })
  }
  const cloud = await startCloudProcess(dataDir)
  const phone = openPhone(cloud)
  const kept: { _id: string; seq: number }[] = []
  for (;;) {
    const after = kept.at(-1)?.seq ?? 0
    const { items, hasMore } = await phone.call('chat.history', {
      groupPath: places.building4,
      after,
      limit: 100,
    })
    kept.push(...items)
    if (!hasMore) break
  }
  const { items: orders } = await phone.call('order.listMine', { limit: 50 })
  await cloud.kill()
  const orderIds = new Set(orders.map(({ _id }) => _id))
  expect([...placed].filter((id) => !orderIds.has(id))).toEqual([])
  expect(placed.size).toBeGreaterThan(2)
  const ids = new Set(kept.map(({ _id }) => _id))
  expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([])
  expect(acknowledged.size).toBeGreaterThan(70)
  expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, index) => index + 1))
}, 120_000)
