import { useState } from 'react'
import { downloadFile } from '@/cloud/download'
import { common } from '@/copy/common'
import { errorWords } from '@/copy/errors'
import { AppError } from '@/domain/shared/errors'
import { openDocument } from '@/platform/open-document'
import { toast } from '@/platform/toast'

export interface FileOpener {
  open: (fileId: string, fileName: string) => Promise<void>
  isOpening: boolean
}

/** Fetches a stored PDF and shows it; says why where that fails. */
export function useOpenFile(): FileOpener {
  const [isOpening, setIsOpening] = useState(false)
  const open: FileOpener['open'] = async (fileId, fileName) => {
    setIsOpening(true)
    try {
      await openDocument(await downloadFile(fileId), fileName)
    } catch (error) {
      toast(error instanceof AppError ? errorWords(error) : common.cannotOpen)
    } finally {
      setIsOpening(false)
    }
  }
  return { open, isOpening }
}
