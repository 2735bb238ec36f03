import { useQueryClient } from '@tanstack/react-query'
import type { CallInput, Output } from '@/domain/contracts'
import type { HandbookView } from '@/domain/handbook/contract'
import { actionKey } from '@/features/session/keys'
import { useCommands, type CommandName } from '@/features/session/use-command'
import { toast } from '@/platform/toast'

type EditName = Extract<CommandName, `handbook.put${string}` | `handbook.remove${string}`>
type Content<N extends EditName> = Omit<CallInput<N>, 'communityPath' | 'version'>

export interface Save {
  /** Saves onto the handbook as it is shown now, and answers its new version; null where a newer one says no. */
  save: <N extends EditName>(name: N, content: Content<N>, thanks: string) => Promise<number | null>
  isSaving: boolean
}

/** Saves changes of a handbook. */
export function useSave(handbook: Pick<HandbookView, '_id' | 'version'>): Save {
  const queries = useQueryClient()
  const { run, isRunning } = useCommands()
  const save: Save['save'] = async (name, content, thanks) => {
    const input = { communityPath: handbook._id, version: handbook.version, ...content }
    const output = await run(name, input as CallInput<typeof name>)
    if (!output) return null
    queries.setQueryData<Output<'handbook.get'>>(
      actionKey('handbook.get', { communityPath: handbook._id }),
      output,
    )
    toast(thanks)
    return output.handbook.version
  }
  return { save, isSaving: isRunning }
}
