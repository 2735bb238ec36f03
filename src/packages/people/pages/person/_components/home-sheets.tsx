import { ConfirmSheet } from '@/components/confirm-sheet'
import { ReasonSheet } from '@/components/reason-sheet'
import { pending } from '@/copy/invite'
import { homeWords, person as words } from '@/copy/residents'
import type { Membership } from '@/domain/account/schema'
import { useCommands } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { LeaseSheet } from './lease-sheet'

export type HomeAsk = 'confirm' | 'setLease' | 'remove'

interface HomeSheetsProps {
  what: HomeAsk
  home: Membership
  userId: string
  name: string
  onClose: () => void
}

/** What is asked before one of somebody's homes is confirmed, given an end, or ended. */
export function HomeSheets({ what, home, userId, name, onClose }: HomeSheetsProps) {
  const { run, isRunning } = useCommands()
  const { areaPath, roomNumber } = home
  const key = { userId, areaPath, roomNumber }
  const done = (output: unknown, said: string): void => {
    if (!output) return
    toast(said)
    onClose()
  }
  const confirm = async (): Promise<void> =>
    done(await run('membership.decide', { ...key, standing: 'confirmed' }), pending.confirmed(name))
  const remove = async (reason: string): Promise<void> =>
    done(await run('membership.remove', { ...key, reason }), words.removed(name))
  const setLease = async (until: number | null): Promise<void> =>
    done(await run('membership.setLease', { ...key, until }), words.leaseSaved)

  if (what === 'setLease') {
    return (
      <LeaseSheet
        name={name}
        until={home.until}
        isRunning={isRunning}
        onSave={(until) => void setLease(until)}
        onClose={onClose}
      />
    )
  }
  if (what === 'remove') {
    return (
      <ReasonSheet
        title={words.removeTitle(name, homeWords(home))}
        consequence={words.removeCheck}
        reasons={words.removeReasons}
        wordsLabel={words.reasonWords}
        maxLength={100}
        confirmWords={words.remove}
        isRunning={isRunning}
        onConfirm={(reason) => void remove(reason)}
        onClose={onClose}
      />
    )
  }
  return (
    <ConfirmSheet
      isOpen
      title={pending.confirmTitle(name, homeWords(home))}
      consequence={pending.confirmCheck}
      confirmWords={words.confirm}
      isRunning={isRunning}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  )
}
