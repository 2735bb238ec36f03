import { addressKeys, type Notice } from '@/domain/notice/schema'
import { pageKey } from '@/domain/shared/paging'
import { places, startOfTests } from './places'

/** A notice to building 4 by its leader. */
export function aNotice(overrides: Partial<Notice> = {}): Notice {
  const { _id = 'notice-0001', publishedAt = startOfTests, areaPath = places.building4 } = overrides
  return {
    _id,
    areaPath,
    areaName: '幸福里小区 4栋',
    title: '明天停水',
    text: '上午九点到十一点停水，请提前储水。',
    authorId: 'leader-zhou',
    authorName: '周组长',
    publishedAt,
    publishedKey: pageKey(publishedAt, _id),
    addressKeys: addressKeys.ofNotice(areaPath),
    ...overrides,
  }
}
