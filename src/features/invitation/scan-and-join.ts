import { newcomerWords } from '@/copy/pages'
import { scanInvitation } from '@/platform/scan'
import { toast } from '@/platform/toast'
import { open, routes } from '@/routes'

/** Scans a building's code and opens what it leads to. */
export async function scanAndJoin(): Promise<void> {
  const code = await scanInvitation()
  if (code === null) return
  if (code === '') {
    toast(newcomerWords.notOurs)
    return
  }
  open(routes.join(code))
}
