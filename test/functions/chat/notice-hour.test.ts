import { hours, minutes } from '@/domain/shared/time'
import { AppError } from '@/domain/shared/errors'
import { places } from '../../support/factories/places'
import { grids, useNeighbours, type CastName } from '../../support/neighbours'
import { workingMorning as now } from '../../support/test-cloud'
import { noticesIn } from './_support/notices'

const test = useNeighbours()
const street = noticesIn(test)
const both = [places.building4, places.building5]

type Case = [what: string, first: [CastName, string[]], second: [CastName, string[]], code: string]

describe('common notices: one an hour in each group', () => {
  it.each<Case>([
    ['the same building', ['buildingLeader', both.slice(0, 1)], ['staff', both.slice(0, 1)], 'LimitReached'],
    [
      'the community, then a building',
      ['staff', [places.community]],
      ['buildingLeader', both.slice(0, 1)],
      'LimitReached',
    ],
    [
      'a building, then the community',
      ['buildingLeader', both.slice(0, 1)],
      ['staff', [places.community]],
      'LimitReached',
    ],
    ['one of two buildings', ['staff', both], ['otherBuildingLeader', both.slice(1)], 'LimitReached'],
    [
      'a micro-grid, then its building',
      ['gridLeader', [grids.one]],
      ['staff', both.slice(0, 1)],
      'LimitReached',
    ],
    ['another building', ['buildingLeader', both.slice(0, 1)], ['otherBuildingLeader', both.slice(1)], 'ok'],
    ['another micro-grid', ['gridLeader', [grids.one]], ['otherGridLeader', [grids.two]], 'ok'],
  ])('%s', async (_what, [one, first], [other, second], code) => {
    await street.publish(one, { areaPaths: first })
    expect(await street.publishCode(other, { areaPaths: second })).toBe(code)
  })

  it('says when; an hour later it may', async () => {
    const { publishedAt } = await street.publish('staff')
    test.cloud.clock.travel(minutes(59))
    const error = await street.publish('buildingLeader').catch((failed: unknown) => failed)
    expect(error).toBeInstanceOf(AppError)
    expect((error as AppError).details).toEqual({ retryAt: publishedAt + hours(1) })
    test.cloud.clock.travel(minutes(1))
    expect(await street.publishCode('buildingLeader')).toBe('ok')
  })

  it('one for later keeps the hour around it free, too', async () => {
    await street.publish('staff', { publishAt: now + minutes(90) })
    expect(await street.publishCode('buildingLeader', { publishAt: now + minutes(45) })).toBe('LimitReached')
    expect(await street.publishCode('buildingLeader', { publishAt: now + minutes(149) })).toBe('LimitReached')
    expect(await street.publishCode('buildingLeader')).toBe('ok')
    expect(await street.publishCode('buildingLeader', { publishAt: now + minutes(150) })).toBe('ok')
  })

  it('an urgent one always goes, and takes nobody’s turn', async () => {
    const urgent = { isUrgent: true, expiresAt: now + hours(3) }
    await street.publish('staff', urgent)
    await street.publish('staff')
    await street.publish('buildingLeader', urgent)
    expect(await street.titles('themself')).toHaveLength(3)
  })

  it('one that was taken back takes no turn', async () => {
    const { _id: noticeId } = await street.publish('staff')
    await street.as('staff').call('notice.withdraw', { noticeId, reason: '时间写错了' })
    expect(await street.publishCode('staff')).toBe('ok')
  })

  it('of several at the same moment one goes', async () => {
    const who = ['staff', 'secondStaff', 'buildingLeader'] as const
    for (let round = 0; round < 5; round += 1) {
      const codes = await Promise.all(who.map((one) => street.publishCode(one)))
      expect(codes.sort()).toEqual(['LimitReached', 'LimitReached', 'ok'])
      test.cloud.clock.travel(hours(1))
    }
  })
})
