import { addressKeys, type Notice } from '@/domain/notice/schema'
import { pageKey } from '@/domain/shared/paging'
import { places, startOfTests } from './places'

/** Areas of a notice, by their paths. */
export const areasAt = (...paths: string[]): Notice['areas'] =>
  paths.map((areaPath) => ({ areaPath, areaName: '幸福里小区 4栋' }))

/** A common notice to building 4 by its leader, out and posted. */
export function aNotice(overrides: Partial<Notice> = {}): Notice {
  const { _id = 'notice-0001', publishedAt = startOfTests, areas = areasAt(places.building4) } = overrides
  return {
    _id,
    areas,
    title: '明天停水',
    text: '上午九点到十一点停水，请提前储水。',
    photoFileIds: [],
    photosRefused: 0,
    button: null,
    isUrgent: false,
    state: 'published',
    author: { userId: 'leader-zhou', name: '周组长' },
    publishedAt,
    expiresAt: null,
    visitAt: null,
    remindedAt: null,
    remindedBy: null,
    readCounts: { person: 0, household: 0 },
    lastReadAt: null,
    withdrawn: null,
    recipients: { residents: 1, households: 1 },
    work: [],
    wakeAt: null,
    publishedKey: pageKey(publishedAt, _id),
    addressKeys: addressKeys.ofNotice(areas.map(({ areaPath }) => areaPath)),
    namedIds: ['leader-zhou'],
    version: 0,
    ...overrides,
  }
}
