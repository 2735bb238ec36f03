import { ReasonSheet } from '@/components/reason-sheet'
import { eventWords } from '@/copy/order-events'
import { volunteer } from '@/copy/volunteer'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'

/** I can't come, and why: one tap on a usual reason. Mount it to open it. */
export function DeclineSheet({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const decline = useCommand('order.decline')
  const sayNo = async (note: string): Promise<void> => {
    if (!(await decline.run({ orderId, note }))) return
    onClose()
    toast(volunteer.declined)
  }
  return (
    <ReasonSheet
      title={volunteer.declineTitle}
      consequence={eventWords.decline.consequence}
      reasons={volunteer.declineReasons}
      wordsLabel={volunteer.declineWords}
      confirmWords={volunteer.decline}
      isRunning={decline.isRunning}
      onConfirm={(note) => void sayNo(note)}
      onClose={onClose}
    />
  )
}
