import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { call } from '@/cloud/call'
import { errorWords } from '@/copy/errors'
import type { ActionName, CallInput, Contracts, Output } from '@/domain/contracts'
import { randomId } from '@/platform/random-id'
import { toast } from '@/platform/toast'
import { refreshAfterCommand } from './keys'
import { isPassing } from './query-client'

export type CommandName = {
  [N in ActionName]: Contracts[N]['kind'] extends 'command' ? N : never
}[ActionName]

interface RunOptions {
  /** Where the intention outlives this page (a draft); otherwise the hook makes and keeps one. */
  requestId?: string
  /** Answers a failure in a way of its own, and says whether it did; otherwise it is told in a toast. */
  onFailure?: (error: unknown) => boolean
}

interface CommandOptions {
  /** Says nothing when it fails: for what nobody asked for by hand, such as marking as read. */
  isSilent?: boolean
}

export interface Commands {
  /** Does it; answers null where it failed, after the person has been told why. */
  run: <N extends CommandName>(
    name: N,
    input: CallInput<N>,
    options?: RunOptions,
  ) => Promise<Output<N> | null>
  isRunning: boolean
}

/**
 * Commands as a person means them: pressing again after the network failed repeats the same request id, so it is
 * done once. Another input, or an answer (be it a "no"), ends the intention.
 */
export function useCommands({ isSilent = false }: CommandOptions = {}): Commands {
  const queries = useQueryClient()
  const intentions = useRef(new Map<string, string>())
  const mutation = useMutation({ mutationFn: (send: () => Promise<unknown>) => send() })

  const requestIdFor = (key: string): string => {
    const requestId = intentions.current.get(key) ?? randomId()
    intentions.current.set(key, requestId)
    return requestId
  }

  const run: Commands['run'] = async (name, input, options = {}) => {
    const key = JSON.stringify([name, input])
    const requestId = options.requestId ?? requestIdFor(key)
    try {
      const output = await mutation.mutateAsync(() => call(name, input, { requestId }))
      intentions.current.delete(key)
      void refreshAfterCommand(queries, name)
      return output as Output<typeof name>
    } catch (error) {
      if (!isPassing(error)) {
        intentions.current.delete(key)
        // Most likely someone was quicker: show how things stand now.
        void refreshAfterCommand(queries, name)
      }
      const isAnswered = options.onFailure?.(error) ?? false
      if (!isSilent && !isAnswered) toast(errorWords(error))
      return null
    }
  }

  return { run, isRunning: mutation.isPending }
}

export interface Command<N extends CommandName> {
  run: (input: CallInput<N>, options?: RunOptions) => Promise<Output<N> | null>
  isRunning: boolean
}

/** One command; see `useCommands`. */
export function useCommand<N extends CommandName>(name: N, options?: CommandOptions): Command<N> {
  const { run, isRunning } = useCommands(options)
  return { run: (input, runOptions) => run(name, input, runOptions), isRunning }
}
