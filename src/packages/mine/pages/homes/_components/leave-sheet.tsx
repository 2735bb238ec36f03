import { ConfirmSheet } from '@/components/confirm-sheet'
import { homesWords as words } from '@/copy/mine'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import type { HomeSheetProps } from './home-card'

/** 我搬走了: from that moment nothing of the place opens. */
export function LeaveSheet({ home: { areaName, areaPath, roomNumber }, onClose }: HomeSheetProps) {
  const { run, isRunning } = useCommand('membership.leave')
  const leave = async (): Promise<void> => {
    if (!(await run({ areaPath, roomNumber }))) return
    toast(words.left)
    onClose()
  }
  return (
    <ConfirmSheet
      isOpen
      isDanger
      title={words.leaveTitle(areaName)}
      consequence={words.leaveConsequence}
      confirmWords={words.leaveYes}
      isRunning={isRunning}
      onConfirm={() => void leave()}
      onClose={onClose}
    />
  )
}
