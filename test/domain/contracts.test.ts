import * as z from 'zod'
import { contracts, functionFor, functionOf, type ActionName } from '@/domain/contracts'
import { clockEvents, humanEvents } from '@/domain/order/status'
import { universalErrors } from '@/domain/shared/contract'
import { errorCodes } from '@/domain/shared/errors'
import { samples } from './contract-samples'

const actions = Object.keys(contracts) as ActionName[]
const universal: readonly string[] = universalErrors

/** These say which role somebody else is to have. */
const namesRoles = new Set<string>(['invitation.create', 'invitation.list', 'appointment.propose'])

describe.each(actions)('contract %s', (action) => {
  const contract = contracts[action]
  const errors: readonly string[] = contract.errors

  it('is a query or a command, for anyone or for those with an account', () => {
    expect(['query', 'command']).toContain(contract.kind)
    expect(['anyone', 'account']).toContain(contract.access)
  })

  it('names errors that there are, each once, beside those of every action', () => {
    expect(errorCodes).toEqual(expect.arrayContaining([...errors]))
    expect(new Set(errors).size).toBe(errors.length)
    expect(errors.filter((code) => universal.includes(code))).toEqual([])
  })

  it('is named context.verb, and a function serves it', () => {
    expect(action).toMatch(/^[a-z]+\.[a-z]+([A-Z][a-z]+)*$/)
    expect(Object.values(functionOf)).toContain(functionFor(action))
    expect(functionFor(action)).toBe(functionOf[action.split('.')[0] as keyof typeof functionOf])
  })

  it('takes what it says it takes', () => {
    expect(contract.input.parse(samples[action])).toEqual(samples[action])
  })

  it('does not ask who calls, nor what they are', () => {
    const asked = JSON.stringify(z.toJSONSchema(contract.input, { io: 'input', unrepresentable: 'any' }))
    for (const word of [
      'openid',
      '"roles"',
      '"role"',
      'actor',
      'requesterId',
      'assigneeId',
      'authorId',
      'requestId',
    ])
      if (word !== '"role"' || !namesRoles.has(action)) expect(asked).not.toContain(word)
  })

  it('never answers with an openid or what only the server needs', () => {
    const answered = JSON.stringify(z.toJSONSchema(contract.output, { unrepresentable: 'any' }))
    for (const word of [
      'openid',
      'roleKeys',
      'homeAt',
      'pendingAt',
      'outbox',
      'requesterId',
      'authorId',
      'wakeAt',
    ])
      expect(answered).not.toContain(word)
  })
})

describe('contracts: all together', () => {
  it('only these are open to someone without an account', () => {
    const open = actions.filter((action) => contracts[action].access === 'anyone')
    expect(open.sort()).toEqual([
      // Asked again after it was done, when there is no account any more.
      'account.cancel',
      'account.me',
      'account.uploadFolders',
      'appointment.apply',
      'certificate.verify',
      'invitation.join',
      'invitation.look',
      'invitation.note',
    ])
  })

  it('only these change nothing', () => {
    const queries = actions.filter((action) => contracts[action].kind === 'query')
    const names = [
      'account.accesses',
      'account.farewell',
      'account.me',
      'account.trail',
      'account.uploadFolders',
      'appointment.duties',
      'appointment.list',
      'appointment.mine',
      'certificate.list',
      'certificate.verify',
      'chat.get',
      'chat.groups',
      'chat.history',
      'chat.members',
      'group.get',
      'inbox.counts',
      'inbox.list',
      'moderation.list',
      'moderation.mine',
      'notice.get',
      'notice.preview',
      'order.glance',
      'promise.list',
      'topic.get',
      'topic.list',
      'visit.list',
      'handbook.asked',
      'handbook.get',
      'invitation.list',
      'invitation.look',
      'membership.household',
      'membership.places',
      'membership.pending',
      'notice.list',
      'notice.unread',
      'numbers.csv',
      'numbers.digest',
      'numbers.get',
      'numbers.orders',
      'order.countDesk',
      'order.deeds',
      'order.get',
      'order.listCalls',
      'order.listInCare',
      'order.listDesk',
      'order.listDesks',
      'order.listHall',
      'order.listMine',
      'order.listPlaces',
      'order.listStandIns',
      'order.listTasks',
      'order.phone',
      'order.loadByBuilding',
      'order.plan',
      'order.preview',
      'order.suggest',
      'order.thanksWall',
      'place.children',
      'place.directory',
      'place.household',
      'place.households',
      'resident.charges',
      'resident.find',
      'resident.get',
      'resident.list',
      'series.helpers',
      'series.list',
    ]
    expect(queries.sort()).toEqual(names.sort())
  })

  it('every prefix is of a function, and every function has an action', () => {
    expect(new Set(actions.map((action) => action.split('.')[0]))).toEqual(new Set(Object.keys(functionOf)))
    expect(new Set(actions.map(functionFor))).toEqual(new Set(Object.values(functionOf)))
  })

  it.each([
    ['account.me', 'account'],
    ['invitation.join', 'account'],
    ['membership.decide', 'account'],
    ['order.dispatch', 'order'],
    ['chat.send', 'chat'],
    ['notice.publish', 'chat'],
    ['certificate.issue', 'print'],
    ['print.posters', 'print'],
  ] as const)('%s is served by the function %s', (action, name) => {
    expect(functionFor(action)).toBe(name)
  })

  it.each(humanEvents)('order event %s: has an action, which may answer that it came too late', (event) => {
    expect(contracts[`order.${event}`].errors).toEqual(expect.arrayContaining(['NotFound', 'Conflict']))
  })

  it.each(clockEvents)('order event %s: is the clock’s, and has none', (event) => {
    expect(`order.${event}` in contracts).toBe(false)
  })
})
