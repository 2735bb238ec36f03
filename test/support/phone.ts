import { WebSocket } from 'ws'
import { functionFor, type ActionName, type CallInput, type Output } from '@/domain/contracts'
import { answerSchema } from '@/domain/shared/envelope'
import { AppError } from '@/domain/shared/errors'
import { createCloudClient, type CloudClient } from '../../local-cloud/client/cloud-client'
import type { ClientSocket } from '../../local-cloud/client/types'
import { nextRequestId } from './request-id'
import { signalId } from './signal-id'

/** A phone that reaches the cloud as phones do: over HTTP and a socket, known by its token alone. */
export interface Phone {
  cloud: CloudClient
  call<N extends ActionName>(action: N, input: CallInput<N>, requestId?: string): Promise<Output<N>>
  /** Resolves when the signal of a topic moves for the first time after now. */
  signal(topic: string): Promise<{ moved: Promise<void> }>
}

/** @param address where the cloud is, and the persona's token */
export function openPhone(address: { url: string; token: string }): Phone {
  const cloud = createCloudClient({
    ...address,
    webSocket: WebSocket as unknown as new (url: string) => ClientSocket,
  })
  const call = async <N extends ActionName>(action: N, input: CallInput<N>, requestId = nextRequestId()) => {
    const { result } = await cloud.callFunction({
      name: functionFor(action),
      data: { action, requestId, input },
    })
    const answer = answerSchema.parse(result)
    if (!answer.ok) throw new AppError(answer.error.code, answer.error.details)
    return answer.data as Output<N>
  }
  const signal = (topic: string) =>
    new Promise<{ moved: Promise<void> }>((ready, broken) => {
      let tellMoved: () => void = () => undefined
      const moved = new Promise<void>((resolve) => (tellMoved = resolve))
      let isFirst = true
      const watcher = cloud
        .database()
        .collection('signals')
        .where({ _id: { $in: [signalId(topic)] } })
        .watch({
          onChange: () => {
            if (isFirst) {
              isFirst = false
              ready({ moved })
              return
            }
            void watcher.close()
            tellMoved()
          },
          onError: broken,
        })
    })
  return { cloud, call, signal }
}
