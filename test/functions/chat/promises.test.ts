import type { ActionName } from '@/domain/contracts'
import { mostDelays } from '@/domain/promise/policy'
import { days, hours, minutes } from '@/domain/shared/time'
import { beijing, clockOf, postOf } from '../../support/clock-of'
import { aMessage } from '../../support/factories/message'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { nextRequestId } from '../../support/request-id'
import { useTestCloud, workingMorning } from '../../support/test-cloud'
import { grid, house, parts, staffOf, voicesOf, who, type Who } from './_support/house'

const test = useTestCloud(house())
const { as, heard, say } = voicesOf(test)
const groupPath = places.building4
beforeEach(() => test.cloud.database.insert('areas', parts))

const everybody = Object.keys(who) as Who[]
const moderators: Who[] = ['leader', 'gridLeader', 'staff']
const tomorrow = workingMorning + days(1)
const codeFor = (name: Who, may: readonly Who[] = moderators): string => {
  if (name === 'newcomer') return 'NotSignedIn'
  return may.includes(name) ? 'ok' : 'Forbidden'
}

const asked = async (text = '电梯什么时候修好？') => (await say('li', text)).seq
const make = async (name: Who, seq: number, dueAt = tomorrow, requestId = nextRequestId()) =>
  (await as(name).call('promise.make', { groupPath, seq, words: '一有消息就告诉您', dueAt }, requestId))
    .promise
const keep = async (promiseId: string, words = '周五修好', requestId = nextRequestId()) =>
  (await as('staff').call('promise.keep', { promiseId, words }, requestId)).promise
const delay = async (promiseId: string, dueAt: number, requestId = nextRequestId()) =>
  (await as('staff').call('promise.delay', { promiseId, dueAt, reason: '物业还没回话' }, requestId)).promise
const listed = async (name: Who, view: 'open' | 'kept' = 'open') =>
  (await as(name).call('promise.list', { view })).items
const cards = async (name: Who = 'li') =>
  (await heard(name)).flatMap((line) => (line.body.kind === 'promise' ? [{ ...line, body: line.body }] : []))

describe('made', () => {
  it('staff: on a question; a card calls the one who asked, and the question waits no more', async () => {
    const seq = await asked()
    const promise = await make('staff', seq)
    expect(promise).toMatchObject({
      groupPath,
      groupName: '幸福里小区 4栋',
      seq,
      question: '电梯什么时候修好？',
      asked: { name: '李阿姨' },
      words: '一有消息就告诉您',
      made: { by: { name: '陈社工' } },
      kept: null,
      delays: [],
      isOpen: true,
      isOverdue: false,
      allowedActions: ['keep', 'delay'],
    })
    expect(JSON.stringify(promise)).not.toMatch(/resident-li|staff-chen/)
    const [said] = await heard('li')
    expect(said).toMatchObject({ seq, became: { kind: 'promise', id: promise._id } })
    expect(await cards()).toMatchObject([
      { mentionsMe: true, body: { what: 'made', of: seq, to: { isMe: true }, dueAt: tomorrow } },
    ])
    expect(await cards('leader')).toMatchObject([{ mentionsMe: false, body: { to: { isMe: false } } }])
    expect((await as('leader').call('inbox.list', {})).items).toEqual([])
    const [item] = (await as('leader').call('inbox.list', { view: 'answered' })).items
    expect(item).toMatchObject({ seq, answered: { by: { name: '陈社工' } } })
  })

  it('the same request again, also at the same moment: one promise, one card', async () => {
    const seq = await asked()
    const requestId = nextRequestId()
    await Promise.all([make('staff', seq, tomorrow, requestId), make('staff', seq, tomorrow, requestId)])
    // Even when its day has come meanwhile.
    test.cloud.clock.travel(days(2))
    expect((await make('staff', seq, tomorrow, requestId))._id).toBe(requestId)
    expect(await cards()).toHaveLength(1)
    expect(await test.cloud.database.count('promises')).toBe(1)
  })

  it('two people at once: one promises, the other hears of it', async () => {
    const seq = await asked()
    const input = { groupPath, seq, words: '我去问', dueAt: tomorrow }
    const codes = await Promise.all(
      (['leader', 'staff'] as const).map((name) => as(name).code('promise.make', input)),
    )
    expect(codes.sort()).toEqual(['Conflict', 'ok'])
    expect(await test.cloud.database.count('promises')).toBe(1)
  })

  it('for a time to come, within a year', async () => {
    const seq = await asked()
    for (const dueAt of [workingMorning - 1, workingMorning, workingMorning + days(366)])
      expect(await as('staff').code('promise.make', { groupPath, seq, words: '好的', dueAt })).toBe(
        'BadInput',
      )
    expect(await test.cloud.database.count('promises')).toBe(0)
  })

  it('not of one’s own words, of what was taken back, of the house’s lines, or in words that may not be shown', async () => {
    const own = await say('staff', '谁知道电梯什么时候修好？')
    const input = { words: '好的', dueAt: tomorrow }
    expect(await as('staff').code('promise.make', { groupPath, seq: own.seq, ...input })).toBe('Forbidden')
    const back = await asked()
    await as('li').call('chat.recall', { groupPath, seq: back })
    expect(await as('staff').code('promise.make', { groupPath, seq: back, ...input })).toBe('Forbidden')
    await test.cloud.database.insert('messages', [
      aMessage({ seq: 40, body: { kind: 'joined', nickname: '李阿姨' } }),
    ])
    expect(await as('staff').code('promise.make', { groupPath, seq: 40, ...input })).toBe('Forbidden')
    const seq = await asked()
    const risky = { groupPath, seq, ...input, words: '一起赌博' }
    expect(await as('staff').code('promise.make', risky)).toBe('ContentRejected')
  })

  it('what was asked and then taken back stands in no list', async () => {
    const seq = await asked('我的密码 1234 是不是错了？')
    await make('staff', seq)
    await as('li').call('chat.recall', { groupPath, seq })
    expect(await listed('staff')).toMatchObject([{ question: '', words: '一有消息就告诉您' }])
  })
})

describe('kept and put off', () => {
  it('leader keeps what staff promised: the answer is on a card that calls the one who asked', async () => {
    const { _id: promiseId } = await make('staff', await asked())
    const { promise } = await as('leader').call('promise.keep', { promiseId, words: '周五修好' })
    expect(promise).toMatchObject({
      isOpen: false,
      kept: { words: '周五修好', by: { name: '周组长' } },
      allowedActions: [],
    })
    expect((await cards()).at(-1)).toMatchObject({
      authorName: '周组长',
      mentionsMe: true,
      body: { what: 'kept', words: '周五修好' },
    })
    expect(await as('staff').code('promise.keep', { promiseId, words: '周六' })).toBe('Conflict')
    expect(await as('staff').code('promise.delay', { promiseId, dueAt: tomorrow, reason: '再等' })).toBe(
      'Conflict',
    )
  })

  it('two at once, and the same request again: kept once', async () => {
    const { _id: promiseId } = await make('staff', await asked())
    const requestId = nextRequestId()
    await Promise.all([keep(promiseId, '周五', requestId), keep(promiseId, '周五', requestId)])
    expect((await keep(promiseId, '周五', requestId)).kept?.words).toBe('周五')
    expect((await cards()).map(({ body }) => body.what)).toEqual(['made', 'kept'])
  })

  it('put off with a reason that the one who asked is told; once for each request', async () => {
    const { _id: promiseId } = await make('staff', await asked())
    const requestId = nextRequestId()
    await delay(promiseId, tomorrow + days(1), requestId)
    const promise = await delay(promiseId, tomorrow + days(1), requestId)
    expect(promise).toMatchObject({
      dueAt: tomorrow + days(1),
      delays: [{ from: tomorrow, to: tomorrow + days(1), reason: '物业还没回话', by: { name: '陈社工' } }],
    })
    expect((await cards()).at(-1)).toMatchObject({
      body: { what: 'delayed', words: '物业还没回话', dueAt: tomorrow + days(1) },
    })
    expect(
      await as('staff').code('promise.delay', { promiseId, dueAt: workingMorning, reason: '再等' }),
    ).toBe('BadInput')
  })

  it('twenty times at most; then it is to be kept', async () => {
    const { _id: promiseId } = await make('staff', await asked())
    for (let n = 1; n <= mostDelays; n += 1) await delay(promiseId, tomorrow + hours(n))
    const again = { promiseId, dueAt: tomorrow + days(3), reason: '再等等' }
    expect(await as('staff').code('promise.delay', again)).toBe('LimitReached')
    expect(await listed('staff')).toMatchObject([{ allowedActions: ['keep'] }])
    expect((await keep(promiseId)).isOpen).toBe(false)
  })

  it('what is overdue says so, and is counted until it is kept', async () => {
    const { _id: promiseId } = await make('staff', await asked())
    const counts = () => as('staff').call('inbox.counts', {})
    test.cloud.clock.set(tomorrow - minutes(1))
    expect(await counts()).toMatchObject({ promises: 1, overdue: 0 })
    test.cloud.clock.set(tomorrow)
    expect(await counts()).toMatchObject({ promises: 1, overdue: 1 })
    expect(await listed('leader')).toMatchObject([{ isOverdue: true }])
    await keep(promiseId)
    expect(await counts()).toMatchObject({ promises: 0, overdue: 0 })
    expect(await listed('leader', 'kept')).toMatchObject([{ isOverdue: false }])
  })
})

describe('the list', () => {
  it('open ones by when they are due, kept ones newest first, page by page', async () => {
    const made: string[] = []
    for (const inDays of [3, 1, 2])
      made.push((await make('staff', await asked(), workingMorning + days(inDays)))._id)
    const [third, first, second] = made
    expect((await listed('staff')).map(({ _id }) => _id)).toEqual([first, second, third])
    const page = await as('staff').call('promise.list', { limit: 2 })
    const rest = await as('staff').call('promise.list', { limit: 2, cursor: page.nextCursor })
    expect([...page.items, ...rest.items].map(({ _id }) => _id)).toEqual([first, second, third])
    for (const _id of [first, second]) {
      test.cloud.clock.travel(1000)
      await keep(_id ?? '')
    }
    expect((await listed('leader', 'kept')).map(({ _id }) => _id)).toEqual([second, first])
  })

  it('holds what is mine to look after, and nothing of another area', async () => {
    const { seq } = await say('gridMember', '楼道灯什么时候换？')
    await make('staff', seq)
    await say('gridLeader', '网格里说', grid)
    const inGrid = await say('gridMember', '网格里怎么办？', grid)
    const dueAt = tomorrow
    await as('staff').call('promise.make', { groupPath: grid, seq: inGrid.seq, words: '好的', dueAt })
    const inCircle = await say('gridWorker', '表什么时候交？', staffOf)
    await as('staff').call('promise.make', { groupPath: staffOf, seq: inCircle.seq, words: '好的', dueAt })
    const counts = await Promise.all(
      everybody
        .filter((name) => name !== 'newcomer')
        .map(async (name) => [name, (await listed(name)).length] as const),
    )
    expect(Object.fromEntries(counts.filter(([, count]) => count > 0))).toEqual({
      staff: 3,
      leader: 2,
      gridLeader: 2,
    })
  })
})

describe('who may', () => {
  it.each(everybody)('%s', async (name) => {
    const seq = await asked()
    const input = { groupPath, seq, words: '好的', dueAt: tomorrow }
    expect(await as(name).code('promise.make', input)).toBe(codeFor(name))
    const { _id: promiseId } = await make('staff', await asked())
    const reason = '再等等'
    expect(await as(name).code('promise.delay', { promiseId, dueAt: tomorrow + 1, reason })).toBe(
      codeFor(name),
    )
    expect(await as(name).code('promise.keep', { promiseId, words: '好了' })).toBe(codeFor(name))
  })

  it('in an order’s thread nobody; of no message, no promise nobody either', async () => {
    const dueAt = tomorrow
    const thread = { groupPath: 'order:order-0001', seq: 1, words: '好的', dueAt }
    expect(await as('staff').code('promise.make', thread)).toBe('NotFound')
    expect(await as('staff').code('promise.make', { ...thread, groupPath })).toBe('NotFound')
    const nowhere = { promiseId: 'promise-nowhere', words: '好了' }
    expect(await as('staff').code('promise.keep', nowhere)).toBe('NotFound')
  })
})

it('staff L6: a promise of Monday is in the digest on its day, is kept, and the neighbour hears of it', async () => {
  const dueAt = beijing('2025-03-06T17:00:00')
  const { _id: promiseId } = await make('staff', await asked(), dueAt)
  const clock = clockOf(test)
  const post = postOf(test)
  test.cloud.consents.grant(who.staff, 'TEMPLATE-DIGEST')
  clock.set('2025-03-05T07:30:00')
  expect(await as('staff').call('numbers.digest', {})).toMatchObject({ promises: 0 })
  clock.set('2025-03-06T07:30:00')
  expect(await clock.morning()).toEqual({ done: { sendDigests: 1 } })
  expect(post()).toEqual([[who.staff, 'TEMPLATE-DIGEST']])
  expect(test.cloud.outbox.list().at(-1)?.data).toMatchObject({
    thing1: { value: expect.stringContaining('回话1') as string },
  })
  expect(await as('staff').call('numbers.digest', {})).toMatchObject({ promises: 1 })
  expect(await as('otherStaff').call('numbers.digest', {})).toMatchObject({ promises: 0 })
  await keep(promiseId, '师傅说周五修好')
  expect(await as('staff').call('numbers.digest', {})).toMatchObject({ promises: 0 })
  expect((await cards()).at(-1)).toMatchObject({
    mentionsMe: true,
    body: { words: '师傅说周五修好', to: { isMe: true } },
  })
})

/** What waits longer than three times, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'promise.keep': 'only the promise says in which group it was made, whose end is then looked for',
  'promise.delay': 'likewise',
}

it('making waits three times at most, the others as named; the list twice', async () => {
  for (let n = 0; n < 2; n += 1) {
    const { _id: promiseId } = await make('staff', await asked())
    await delay(promiseId, tomorrow + days(1))
    await keep(promiseId)
    await listed('staff')
  }
  const waits = (action: ActionName) => lastAnswer(test, action).waits
  expect(waits('promise.make')).toBeLessThanOrEqual(3)
  for (const action of Object.keys(exceptions) as ActionName[])
    expect([action, waits(action)]).toEqual([action, 4])
  expect(waits('promise.list')).toBeLessThanOrEqual(2)
})
