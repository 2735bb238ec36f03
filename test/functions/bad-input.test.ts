import { contracts, functionFor, type ActionName } from '@/domain/contracts'
import { answerSchema } from '@/domain/shared/envelope'
import { collections } from '../../cloudfunctions/_database/collections'
import { nextRequestId } from '../support/request-id'
import { people, useTestCloud } from '../support/test-cloud'

const test = useTestCloud()

const actions = Object.keys(contracts) as ActionName[]
const huge = '长'.repeat(20_000)
const garbage: unknown[] = [
  null,
  'text',
  42,
  [],
  [{}],
  {
    orderId: { $gt: '' },
    groupPath: { $ne: null },
    code: ['x'],
    areaPath: '../',
    userId: {},
    noticeId: 0,
    view: 'all',
    serviceId: '../',
    seriesId: {},
    communityPath: { $gt: '' },
    homePath: ['x'],
    moments: 'all',
    lines: {},
    period: 1,
    from: {},
    to: {},
    cap: -1,
    wish: null,
    limit: 'x',
    cursor: {},
  },
  {
    orderId: huge,
    groupPath: huge,
    code: huge,
    areaPath: huge,
    userId: huge,
    noticeId: huge,
    view: huge,
    text: huge,
    serviceId: huge,
    seriesId: huge,
    communityPath: huge,
    homePath: huge,
    lines: huge,
    wish: huge,
    cursor: huge,
    limit: 1e9,
  },
]
/** These need no input, so that anything that is an object will do. */
const takesAnything: ActionName[] = [
  'account.me',
  'account.uploadFolders',
  'account.farewell',
  'appointment.mine',
  'membership.household',
  'resident.charges',
  'order.listPlaces',
  'order.countDesk',
  'order.listCalls',
  'order.listInCare',
  'order.loadByBuilding',
  'order.plan',
  'order.deeds',
  'numbers.digest',
  'inbox.counts',
]

const everything = async () => Promise.all(collections.map(({ name }) => test.cloud.database.find(name, {})))

const invoke = async (action: unknown, input: unknown, requestId: unknown = nextRequestId()) => {
  const name = actions.includes(action as ActionName) ? functionFor(action as ActionName) : 'order'
  return answerSchema.parse(
    await test.cloud.functions.invoke(name, { action, requestId, input }, { openid: people.staff }),
  )
}

/** A command that needs no input does its work, whatever it is given. */
const askedSomething = actions.filter((action) => action !== 'print.myData')

it.each(askedSomething)(
  '%s: bad input of any kind is answered with a code and changes nothing',
  async (action) => {
    const before = await everything()
    for (const input of garbage) {
      const answer = await invoke(action, input)
      const isFine =
        takesAnything.includes(action) && typeof input === 'object' && input !== null && !Array.isArray(input)
      expect(answer.ok ? 'ok' : answer.error.code).toBe(isFine ? 'ok' : 'BadInput')
    }
    expect(await everything()).toEqual(before)
  },
)

it.each([
  ['an unknown action', 'order.steal', {}, undefined],
  ['the name of an inherited property', 'constructor', {}, undefined],
  ['an action that is no text', { $ne: 1 }, {}, undefined],
  ['a request id that is no id', 'account.me', {}, '../../x'],
  ['a request id that is too long', 'account.me', {}, 'x'.repeat(65)],
  ['a request id that is missing', 'account.me', {}, null],
])('%s is bad input', async (_what, action, input, requestId) => {
  const answer = await invoke(action, input, requestId)
  expect(answer.ok ? 'ok' : answer.error.code).toBe('BadInput')
})

it('an answer to bad input names the fields and never repeats what they held', async () => {
  const answer = await invoke('order.create', { serviceId: 'secret!', text: 42, homePath: 'secret!' })
  expect(JSON.stringify(answer)).not.toContain('secret!')
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'BadInput', details: { where: ['serviceId', 'text', 'homePath'] } },
  })
})

it('who is calling comes from WeChat alone, never from the input', async () => {
  const input = { openid: people.staff, userInfo: { openId: people.staff }, actor: { _id: 'staff-chen' } }
  const raw = await test.cloud.functions.invoke(
    'account',
    {
      action: 'account.me',
      requestId: nextRequestId(),
      input,
      openid: people.staff,
      userInfo: { openId: people.staff },
    },
    { openid: people.li },
  )
  expect(raw).toMatchObject({ ok: true, data: { account: { _id: 'resident-li' } } })
})
