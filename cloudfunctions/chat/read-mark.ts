import { readMarkId, type ReadMark } from '@/domain/chat/schema'
import type { Where } from '../_runtime/collection'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'

/** The condition "of this person", which the ids answer as one range: `;` is the character after the colon. */
export const marksOf = (userId: string): unknown => {
  const ids = readMarkId(userId, '')
  return command.gte(ids).and(command.lt(`${ids.slice(0, -1)};`))
}

/**
 * Changes what is kept of one person and one group; makes it where nothing is yet. Two phones of one person may do so
 * at the same time.
 * @param begin what it is then
 */
export async function changeReadMark(
  store: Store,
  { userId, groupPath }: Pick<ReadMark, 'userId' | 'groupPath'>,
  { fields = {}, operations = {}, begin }: { fields?: Partial<ReadMark>; operations?: Where; begin: number },
): Promise<void> {
  const _id = readMarkId(userId, groupPath)
  const change = (): Promise<number> => store.readMarks.update({ _id }, fields, operations)
  if ((await change()) > 0) return
  const fresh = { _id, userId, groupPath, seq: begin, isMuted: false, isPinned: false, ...fields }
  const { isNew } = await store.readMarks.insertOnce(fresh)
  if (!isNew) await change()
}
