import { placeListWords } from '@/copy/place-list'
import type { Area } from '@/domain/place/schema'
import { orderOf } from '@/domain/place/naming'
import type { AreaLevel, AreaPath } from '@/domain/shared/area'

const area = (_id: AreaPath, level: AreaLevel, name: string, fullName = name): Area => ({
  _id,
  level,
  name,
  fullName,
  order: orderOf(level, name, placeListWords),
  retiredAt: null,
  requestId: null,
})

/** The places that the demo speaks of by name. */
export const at = {
  street: 'lianhua/',
  community: 'lianhua/xingfu/',
  xingfuli: 'lianhua/xingfu/xingfuli/',
  cuiyuan: 'lianhua/xingfu/cuiyuan/',
  building: (number: number): AreaPath => `lianhua/xingfu/xingfuli/b${number}/`,
  unit: (building: number, number: number): AreaPath => `lianhua/xingfu/xingfuli/b${building}/u${number}/`,
  cuiyuanBuilding: (number: number): AreaPath => `lianhua/xingfu/cuiyuan/b${number}/`,
} as const

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

/** 莲花街道, 幸福社区, two estates, their buildings and stairwells. */
export const areas: Area[] = [
  area(at.street, 'street', '莲花街道'),
  area(at.community, 'community', '幸福社区'),
  area(at.xingfuli, 'estate', '幸福里小区'),
  area(at.cuiyuan, 'estate', '翠苑小区'),
  ...upTo(6).flatMap((number) => [
    area(at.building(number), 'building', `${number}栋`, `幸福里小区 ${number}栋`),
    ...upTo(2).map((unit) =>
      area(at.unit(number, unit), 'unit', `${unit}单元`, `幸福里小区 ${number}栋${unit}单元`),
    ),
  ]),
  ...upTo(3).map((number) =>
    area(at.cuiyuanBuilding(number), 'building', `${number}幢`, `翠苑小区 ${number}幢`),
  ),
]
