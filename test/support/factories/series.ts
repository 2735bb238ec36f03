import type { Repeat, Series } from '@/domain/series/schema'
import { pageKey } from '@/domain/shared/paging'
import { days } from '@/domain/shared/time'
import { secrets } from './order'
import { places, startOfTests } from './places'

/** Every Monday and Thursday from 8:30 to 11:00, without end. */
export const aRepeat = (overrides: Partial<Repeat> = {}): Repeat => ({
  rule: 'FREQ=WEEKLY;BYDAY=MO,TH',
  startsOn: '2025-01-02',
  endsOn: null,
  span: { from: 510, to: 660 },
  restsOnHolidays: true,
  ...overrides,
})

/** A ride to the hospital for the resident of building 4, twice a week, always with the same volunteer. */
export function aSeries(overrides: Partial<Series> = {}): Series {
  const { _id = 'series-0001', createdAt = startOfTests } = overrides
  return {
    _id,
    wish: {
      serviceId: 'hospital',
      text: '去中心医院做透析',
      voice: null,
      answers: {},
      photoFileIds: [],
      beneficiary: { kind: 'self' },
      homePath: places.building4,
      roomNumber: secrets.roomNumber,
      phone: secrets.phone,
      access: '',
      people: null,
    },
    areaName: '幸福里小区 4栋',
    gridPath: null,
    serviceName: '陪同就医',
    communityPath: places.community,
    requesterId: 'resident-li',
    requesterName: '李阿姨',
    repeat: aRepeat(),
    skipped: [],
    volunteer: { userId: 'volunteer-wang', name: '王师傅', hasAgreed: false },
    isActive: true,
    stoppedFor: null,
    version: 0,
    nextDay: '2025-01-02',
    wakeAt: createdAt + days(1) / 4,
    createdAt,
    createdKey: pageKey(createdAt, _id),
    ...overrides,
  }
}
