import { useState } from 'react'
import { useOpenFile } from '@/components/use-open-file'
import { printWords } from '@/copy/print-page'
import type { CallInput } from '@/domain/contracts'
import { mostCodes } from '@/domain/print/contract'
import { AppError } from '@/domain/shared/errors'
import { useCommands } from '@/features/session/use-command'
import { toast } from '@/platform/toast'

export type PapersWanted = CallInput<'print.posters'>

/** A file that was made; `codes` and `made` only for the papers of an area. */
export interface PapersFile {
  fileId: string
  fileName: string
  codes: number
  made: number
}

export interface Papers {
  /** The papers of all buildings, or stairwells, of an area; opens the file. */
  printArea: (wanted: PapersWanted, areaName: string) => Promise<void>
  /** The paper of one code; opens the file. */
  printCode: (wanted: CallInput<'print.invitation'>, areaName: string) => Promise<void>
  /** The last file that was made. */
  file: PapersFile | null
  openAgain: () => Promise<void>
  isPrinting: boolean
  /** Codes made so far, where they are too many for one call and there is no file yet. */
  progress: { done: number; of: number } | null
  isOpening: boolean
}

/** Tells of what can be mended, in words of its own; everything else as always. */
function tellRefusal(error: unknown): boolean {
  if (!(error instanceof AppError)) return false
  if (error.code === 'LimitReached')
    toast(error.details.reason === 'codesPerDay' ? printWords.enoughToday : printWords.tooMany(mostCodes))
  else if (error.code === 'NotFound') toast(printWords.noBuilding)
  else return false
  return true
}

/** Makes papers with codes and opens them. */
export function usePapers(): Papers {
  const { run, isRunning } = useCommands()
  const { open, isOpening } = useOpenFile()
  const [file, setFile] = useState<PapersFile | null>(null)
  const [progress, setProgress] = useState<Papers['progress']>(null)

  const show = async (made: PapersFile): Promise<void> => {
    setProgress(null)
    setFile(made)
    await open(made.fileId, made.fileName)
  }
  const printArea: Papers['printArea'] = async (wanted, areaName) => {
    let made = 0
    setProgress(null)
    for (;;) {
      // Each answer has some codes more; the last one has the file.
      const output = await run('print.posters', wanted, { onFailure: tellRefusal })
      if (!output) return
      const { codes, fileId, left } = output
      made += output.made
      if (fileId !== null) return show({ fileId, codes, made, fileName: printWords.fileName(areaName) })
      if (output.made === 0) return
      setProgress({ done: codes - left, of: codes })
    }
  }
  const printCode: Papers['printCode'] = async (wanted, areaName) => {
    const output = await run('print.invitation', wanted)
    if (output) await show({ ...output, codes: 1, made: 0, fileName: printWords.fileName(areaName) })
  }
  const openAgain = async (): Promise<void> => {
    if (file) await open(file.fileId, file.fileName)
  }
  return { printArea, printCode, file, openAgain, isPrinting: isRunning, progress, isOpening }
}
