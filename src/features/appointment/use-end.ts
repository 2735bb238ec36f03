import { handover } from '@/copy/appointments'
import { dateWords } from '@/copy/time'
import { AppError, type ErrorCode } from '@/domain/shared/errors'
import type { Timestamp } from '@/domain/shared/time'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'

/** What is no failure to the one who asked: it waits for somebody. */
const answers: Partial<Record<ErrorCode, string>> = {
  SecondNeeded: handover.secondAsked,
  StillInUse: handover.lastOne,
}

interface EndOfRole {
  /** @param since when the successor begins; null: at once */
  end: (reason: string, successorId: string | null, since: Timestamp | null) => Promise<void>
  isRunning: boolean
}

/** Ends a role; `onDone` once that is done, arranged, or asked for. */
export function useEnd(appointmentId: string, onDone: () => void): EndOfRole {
  const { run, isRunning } = useCommand('appointment.end')
  const onFailure = (error: unknown): boolean => {
    const words = error instanceof AppError ? answers[error.code] : undefined
    if (!words) return false
    toast(words)
    if (error instanceof AppError && error.code === 'SecondNeeded') onDone()
    return true
  }
  const end: EndOfRole['end'] = async (reason, successorId, since) => {
    const output = await run({ appointmentId, reason, successorId, since }, { onFailure })
    if (!output) return
    const { appointment } = output
    toast(
      appointment.state === 'agreed' ? handover.arranged(dateWords(appointment.since ?? 0)) : handover.done,
    )
    onDone()
  }
  return { end, isRunning }
}
