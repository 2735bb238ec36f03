import type { Handbook } from '@/domain/handbook/schema'
import type { Notice } from '@/domain/notice/schema'
import type { PlaceImport } from '@/domain/place/schema'
import type { Visit } from '@/domain/visit/schema'
import { aHandbook } from './factories/handbook'
import { aNotice } from './factories/notice'
import { places, startOfTests } from './factories/places'
import type { TestCloud } from './test-cloud'

/** What the work of an office keeps of somebody, and a visit to them: of other places, so that theirs stays as it is. */
export async function plantWork({ cloud }: TestCloud, by: { userId: string; name: string }): Promise<void> {
  const { database } = cloud
  const { name, userId } = by
  const at = startOfTests
  const edit = { at, by: userId, byName: name, change: 'handbook.putOffice', note: '改了值班电话' }
  const handbook: Handbook = aHandbook({ _id: places.otherCommunity, trail: [edit] })
  const notice: Notice = aNotice({
    _id: 'notice-of-them',
    areas: [{ areaPath: places.otherCommunity, areaName: '和平社区' }],
    addressKeys: [],
    author: by,
    text: '我写的停水公告，请储水',
    namedIds: [userId],
  })
  const visit: Visit = {
    _id: 'visit-to-them',
    noticeId: notice._id,
    title: '明天停气',
    person: by,
    areaPath: places.building4,
    areaName: '幸福里小区 4栋',
    areaAt: [places.building4],
    createdAt: at,
    isOpen: false,
    done: { by: { userId: 'leader-zhou', name: '周组长' }, at, note: '在家，都好' },
    namedIds: [userId, 'leader-zhou'],
    createdKey: `${at}-visit-to-them`,
  }
  const fromList: PlaceImport = {
    _id: 'import-by-them',
    estatePath: places.estate,
    fileId: '',
    by: userId,
    at,
    state: 'done',
    done: 12,
    total: 12,
    wakeAt: null,
  }
  await database.insert('handbooks', [handbook])
  await database.insert('notices', [notice])
  await database.insert('visits', [visit])
  await database.insert('placeImports', [fromList])
  await database.insert('noticeReads', [
    { _id: `${notice._id}:${userId}`, kind: 'person', noticeId: notice._id, userId, readAt: at },
  ])
}
