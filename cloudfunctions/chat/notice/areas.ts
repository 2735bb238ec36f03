import type { Notice } from '@/domain/notice/schema'
import { outermost } from '@/domain/notice/audience'
import type { AreaPath } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import type { Store } from '../../_runtime/store'

/** The areas that a notice is for, none in another. One wait. @throws AppError NotFound where one of them is not there */
export async function findAreas(store: Store, areaPaths: readonly AreaPath[]): Promise<Notice['areas']> {
  const found = await store.areas.getMany(areaPaths)
  const names = new Map(
    found.flatMap(({ _id, fullName, retiredAt }) => (retiredAt === null ? [[_id, fullName] as const] : [])),
  )
  if (areaPaths.some((path) => !names.has(path))) throw new AppError('NotFound', { what: 'area' })
  return outermost(areaPaths).map((areaPath) => ({ areaPath, areaName: names.get(areaPath) ?? '' }))
}
