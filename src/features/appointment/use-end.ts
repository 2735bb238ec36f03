import { handover } from '@/copy/appointments'
import { AppError, type ErrorCode } from '@/domain/shared/errors'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'

/** What is no failure to the one who asked: it waits for somebody. */
const answers: Partial<Record<ErrorCode, string>> = {
  SecondNeeded: handover.secondAsked,
  StillInUse: handover.lastOne,
}

/** Ends a role; `onDone` once that is done, or asked for. */
export function useEnd(
  appointmentId: string,
  onDone: () => void,
): { end: (reason: string, successorId: string | null) => Promise<void>; isRunning: boolean } {
  const { run, isRunning } = useCommand('appointment.end')
  const onFailure = (error: unknown): boolean => {
    const words = error instanceof AppError ? answers[error.code] : undefined
    if (!words) return false
    toast(words)
    if (error instanceof AppError && error.code === 'SecondNeeded') onDone()
    return true
  }
  const end = async (reason: string, successorId: string | null): Promise<void> => {
    if (!(await run({ appointmentId, reason, successorId }, { onFailure }))) return
    toast(handover.done)
    onDone()
  }
  return { end, isRunning }
}
