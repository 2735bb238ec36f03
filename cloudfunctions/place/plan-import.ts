import { placeListWords as words } from '@/copy/place-list'
import type { ImportError } from '@/domain/place/contract'
import { planPlaces, type PlacePlan } from '@/domain/place/planning'
import { readFlats, type Reading } from '@/domain/place/reading'
import type { Area } from '@/domain/place/schema'
import { downloadFile } from '../_runtime/sdk'
import { readTable, UnreadableListError } from './read-table'

/** Where the lists of a person are kept: `cloud://<environment>/imports/<user id>/…`. */
export const isListOf = (userId: string, fileId: string): boolean =>
  fileId.split('/').slice(3, 5).join('/') === `imports/${userId}` && !fileId.includes('..')

/** What a stored list says. A file that is none is one error. */
export async function readList(fileId: string): Promise<Reading> {
  try {
    return readFlats(await readTable(await downloadFile(fileId)), words)
  } catch (error) {
    if (!(error instanceof UnreadableListError)) throw error
    const wrong: ImportError = { row: 1, column: null, problem: error.problem, value: error.kind }
    return { flats: [], rows: 0, errors: [wrong], ignoredColumns: [] }
  }
}

export const planFor = (estate: Area, areas: readonly Area[], { flats }: Reading): PlacePlan =>
  planPlaces(estate, areas, flats, words)
