import * as z from 'zod'
import { AppError } from '@/domain/shared/errors'

const details = z.object({ byName: z.string().min(1) })

/** Who answered first, where that is why an answer was refused; null: it failed for another reason. */
export function fasterName(error: unknown): string | null {
  if (!(error instanceof AppError) || error.code !== 'Conflict') return null
  const parsed = details.safeParse(error.details)
  return parsed.success ? parsed.data.byName : null
}
