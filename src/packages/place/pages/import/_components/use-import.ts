import { useRef, useState } from 'react'
import { uploadList } from '@/cloud/upload'
import { errorWords } from '@/copy/errors'
import { importWords } from '@/copy/place'
import type { Output } from '@/domain/contracts'
import type { AreaPath } from '@/domain/shared/area'
import { useCommands } from '@/features/session/use-command'
import { useSession } from '@/features/session/use-session'
import { chooseFile, type ChosenFile } from '@/platform/choose-file'
import { toast } from '@/platform/toast'

export type Preview = Output<'place.previewImport'>
type Import = Output<'place.runImport'>['import']

export type ImportState =
  | { step: 'start' }
  | { step: 'uploading' }
  | { step: 'reading' }
  | { step: 'preview'; preview: Preview }
  /** `isStopped`: the phone could not go on; the clock will. */
  | { step: 'running'; import: Import; isStopped: boolean }
  | { step: 'done'; import: Import }

const extensions = ['xlsx', 'csv', 'xls', 'txt']
const largest = 5 * 1024 * 1024

const extensionOf = ({ name }: ChosenFile): string => {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return extensions.includes(extension) ? extension : 'csv'
}

/** A list on its way: chosen, uploaded, looked at, and put in place part by part. */
export function useImport(estatePath: AreaPath) {
  const { account } = useSession()
  const { run } = useCommands()
  const [state, setState] = useState<ImportState>({ step: 'start' })
  const isLeft = useRef(false)

  const choose = async (): Promise<void> => {
    const file = await chooseFile(extensions)
    if (!file || !account) return
    if (file.size > largest) return toast(importWords.tooLarge)
    setState({ step: 'uploading' })
    try {
      const fileId = await uploadList(file.path, account._id, extensionOf(file))
      setState({ step: 'reading' })
      const preview = await run('place.previewImport', { estatePath, fileId })
      setState(preview ? { step: 'preview', preview } : { step: 'start' })
    } catch (error) {
      toast(errorWords(error))
      setState({ step: 'start' })
    }
  }

  const put = async (found: Import): Promise<void> => {
    let current = found
    while (current.state !== 'done') {
      setState({ step: 'running', import: current, isStopped: false })
      const output = await run('place.runImport', { importId: found._id })
      if (!output) return setState({ step: 'running', import: current, isStopped: true })
      current = output.import
      if (current.state === 'failed') {
        toast(importWords.lost)
        return setState({ step: 'start' })
      }
      if (isLeft.current) return
    }
    setState({ step: 'done', import: current })
  }
  const leave = (): void => {
    isLeft.current = true
  }
  return { state, choose, put, leave }
}
