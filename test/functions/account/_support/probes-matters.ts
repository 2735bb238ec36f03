import type { TestCloud } from '../../../support/test-cloud'
import { noticeIn, talkative, topicIn, visitAt } from './matters'
import { doors, type Caller, type Person, type Town } from './town'

type Probe = (test: TestCloud, town: Town, caller: Caller & { person: Person }, n: number) => Promise<void>

const buildingOf = (n: number): string => talkative[n % talkative.length] as string
const mayRead = (town: Town, person: Person, building: string): boolean =>
  town.livesInBuilding(person, building) || town.keepsPartOf(person, building)
const isVouchedIn = (town: Town, person: Person, building: string): boolean =>
  doors.some((door) => door.building === building && town.isConfirmedAt(person, door))

/** The pins are for all who read the group, the WeChat code for those whom somebody vouched for. */
const group: Probe = async (test, town, { openid, person }, n) => {
  const groupPath = buildingOf(n)
  const as = test.as(openid)
  if (!mayRead(town, person, groupPath))
    return expect(await as.code('group.get', { groupPath })).toBe('Forbidden')
  const seen = (await as.call('group.get', { groupPath })).group
  const mayJoin = isVouchedIn(town, person, groupPath) || town.keepsPartOf(person, groupPath)
  expect([seen.pins.length, seen.wechatCode !== null]).toEqual([1, mayJoin])
  expect(seen.allowedActions.length > 0).toBe(town.keepsPartOf(person, groupPath))
}

const topics: Probe = async (test, town, { openid, person }, n) => {
  const groupPath = buildingOf(n)
  const code = mayRead(town, person, groupPath) ? 'ok' : 'Forbidden'
  expect(await test.as(openid).code('topic.list', { groupPath })).toBe(code)
  expect(await test.as(openid).code('topic.get', { topicId: topicIn(groupPath) })).toBe(code)
}

/** Who reads a notice; how far it got is for those who look after the whole building. */
const notice: Probe = async (test, town, { openid, person }, n) => {
  const building = buildingOf(n)
  const input = { noticeId: noticeIn(building) }
  if (!mayRead(town, person, building))
    return expect(await test.as(openid).code('notice.get', input)).toBe('Forbidden')
  const { notice: seen } = await test.as(openid).call('notice.get', input)
  expect(seen.reach !== null).toBe(town.keeps(person, building))
}

/** What waits in the groups of a building is for those who look after it or a part of it. */
const waiting: Probe = async (test, town, { openid, person }) => {
  const as = test.as(openid)
  const [inbox, cases, promises, counts] = await Promise.all([
    as.call('inbox.list', {}),
    as.call('moderation.list', {}),
    as.call('promise.list', {}),
    as.call('inbox.counts', {}),
  ])
  const kept = talkative.filter((building) => town.keepsPartOf(person, building))
  for (const { items } of [inbox, cases, promises])
    expect(items.map(({ groupPath }) => groupPath).sort()).toEqual([...kept].sort())
  const { length } = kept
  const visits = visitsOf(town, person).length
  expect(counts).toMatchObject({ waiting: length, reports: length, promises: length, visits })
}

const visitsOf = (town: Town, person: Person): string[] =>
  doors.filter((door) => town.keepsDoor(person, door)).map(visitAt)

const visits: Probe = async (test, town, { openid, person }) => {
  const { items } = await test.as(openid).call('visit.list', {})
  expect(items.map(({ _id }) => _id).sort()).toEqual(visitsOf(town, person).sort())
}

export const probesOfMatters: readonly Probe[] = [group, topics, notice, waiting, visits]
