import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openStreet, type Street } from '../../config/start/main'
import { eventSchema, stateSchema, type StreetEvent } from '../../config/street/page/contract'
import { at } from '../../config/street/places'
import { openPhone, type Phone } from '../support/phone'

let folder = ''
let street: Street
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jiamenkou-street-'))
  street = await openStreet({ port: 0, host: '127.0.0.1', isFresh: false, dataDir: folder })
})
afterAll(async () => {
  await street.close()
  await rm(folder, { recursive: true })
})

const get = (place: string): Promise<Response> => fetch(new URL(place, street.url))

async function phoneOf(persona: string): Promise<Phone> {
  const { token } = (await (await get(`/personas/${persona}`)).json()) as { token: string }
  return openPhone({ url: street.url.replace(/\/$/, ''), token })
}

/** Listens to the street until `count` events were told. */
async function listen(count: number): Promise<{ told: Promise<StreetEvent[]> }> {
  const { body } = await get('/street/events')
  if (!body) throw new Error('no events')
  const told = async (): Promise<StreetEvent[]> => {
    const events: StreetEvent[] = []
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      const lines = Buffer.from(chunk).toString().split('\n\n')
      for (const line of lines)
        if (line.startsWith('data: ')) events.push(eventSchema.parse(JSON.parse(line.slice(6))))
      if (events.length >= count) break
    }
    return events
  }
  return { told: told() }
}

test('the state: five phones, everyone who may hold one, the poster with its picture', async () => {
  const state = stateSchema.parse(await (await get('/street/state')).json())
  expect(state.phones).toHaveLength(5)
  expect(state.personas.length).toBeGreaterThan(5)
  expect(state.poster).toMatchObject({
    areaName: '幸福里小区 4栋',
    imageUrl: expect.stringMatching(/^data:image/) as unknown,
  })
})

test('an order, a message and a newcomer are told as they happen, by name and place', async () => {
  const { told } = await listen(3)
  const [li, lin] = await Promise.all([phoneOf('lilaitai'), phoneOf('linxiao')])
  await li.call('order.create', { serviceId: 'carry', text: '一袋米搬上楼', homePath: at.unit(4, 2) })
  await li.call('chat.send', { groupPath: at.building(4), body: { kind: 'text', text: '谁在家' } })
  await lin.call('invitation.join', {
    code: 'building-4-poster',
    nickname: '林晓',
    areaPath: at.unit(4, 2),
    roomNumber: '1203',
    relation: 'owner',
  })
  expect((await told).map(({ kind, actor, place, text }) => [kind, actor, place, text])).toEqual([
    ['order.create', '李奶奶', '幸福里小区 4栋2单元', '一袋米搬上楼'],
    ['message', '李奶奶', '幸福里小区 4栋', '谁在家'],
    ['person.joined', '林晓', '幸福里小区 4栋2单元', '林晓'],
  ])
})

test('what comes of talk is told too: decided, kept, taken away with no word of what was said', async () => {
  const { told } = await listen(5)
  const [zhou, liu, zhang] = await Promise.all(['zhoumin', 'liuyang', 'zhangye'].map(phoneOf))
  if (!zhou || !liu || !zhang) throw new Error('three phones')
  const groupPath = at.building(4)
  const said = await zhang.call('chat.send', { groupPath, body: { kind: 'text', text: '加我买便宜药' } })
  const { seq } = said.message
  await zhou.call('moderation.remove', { groupPath, seq, reason: '打广告' })
  const { topic } = await zhou.call('topic.open', { groupPath, title: '抄水表要不要留人', seqs: [1] })
  await zhou.call('topic.settle', { topicId: topic._id, decision: '每家留一个人' })
  await liu.call('promise.keep', { promiseId: 'promise-heating', words: '周三试水' })
  expect((await told).map(({ kind, actor, text }) => [kind, actor, text])).toEqual([
    ['message', '张爷爷', '加我买便宜药'],
    ['case.removed', '周敏', '张爷爷'],
    ['topic.opened', '周敏', '抄水表要不要留人'],
    ['topic.settled', '周敏', '抄水表要不要留人'],
    ['promise.kept', '刘洋', '周三试水'],
  ])
})

test('the fault dial takes what makes sense, and nothing else', async () => {
  const turn = (body: string) => fetch(new URL('/street/faults', street.url), { method: 'POST', body })
  expect((await turn('{"latencyMs":0,"failRate":0}')).status).toBe(200)
  expect((await turn('{"latencyMs":-1,"failRate":2}')).status).toBe(400)
  expect((await turn('nonsense')).status).toBe(400)
})

test('nobody is signed in as someone who is not there', async () => {
  expect((await get('/personas/nobody')).status).toBe(404)
})
