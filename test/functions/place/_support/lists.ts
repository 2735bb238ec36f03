import Papa from 'papaparse'
import type { CallInput, Output } from '@/domain/contracts'
import type { Household } from '@/domain/place/schema'
import { places } from '../../../support/factories/places'
import { cast } from '../../../support/neighbours'
import type { TestCloud } from '../../../support/test-cloud'
import { opened } from '../../../support/test-key'

export const headline = ['楼栋', '单元', '楼层', '房号', '微网格', '姓名', '关系']

export const csv = (...rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(`\ufeff${Papa.unparse([headline, ...rows] as string[][])}`)

/** An estate of flats: buildings of two stairwells, floors of two flats, a grid for every stairwell, a name for each. */
export function estateRows(buildings: number, floors: number): string[][] {
  const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)
  return upTo(buildings).flatMap((building) =>
    upTo(2).flatMap((unit) =>
      upTo(floors).flatMap((floor) =>
        upTo(2).map((flat) => [
          `${building + 10}栋`,
          `${unit}单元`,
          String(floor),
          `${floor}0${flat}`,
          `${unit}号微网格`,
          `住户${building}-${unit}-${floor}-${flat}`,
          '业主',
        ]),
      ),
    ),
  )
}

/** What staff do with a list, against one cloud. */
export function listsOf(test: Pick<TestCloud, 'cloud' | 'as'>) {
  let files = 0
  const upload = (content: Buffer, userId = 'staff-chen'): string =>
    test.cloud.storage.write(`imports/${userId}/list-${(files += 1)}.csv`, content)
  const preview = (
    fileId: string,
    overrides: Partial<CallInput<'place.previewImport'>> = {},
  ): Promise<Output<'place.previewImport'>> =>
    test.as(cast.staff).call('place.previewImport', { estatePath: places.estate, fileId, ...overrides })
  /** Every part, until it is done. */
  const run = async (importId: string): Promise<number> => {
    for (let parts = 1; ; parts += 1) {
      const output = await test.as(cast.staff).call('place.runImport', { importId })
      if (output.import.state === 'done') return parts
    }
  }
  const put = async (content: Buffer): Promise<Output<'place.previewImport'>> => {
    const output = await preview(upload(content))
    if (!output.import) throw new Error(`the list has errors: ${JSON.stringify(output.errors.slice(0, 3))}`)
    await run(output.import._id)
    return output
  }
  const households = async (where: Record<string, unknown> = {}): Promise<Household[]> =>
    (await test.cloud.database.find('households', where)).map((one) =>
      opened('households', one as unknown as Household),
    )
  return { upload, preview, run, put, households }
}
