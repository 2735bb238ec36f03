import { AsyncLocalStorage } from 'node:async_hooks'
import { WebSocket } from 'ws'
import { call } from '@/cloud/call'
import type { CloudClient } from '@/cloud/client'
import { watchSignals } from '@/cloud/watch'
import type { Output } from '@/domain/contracts'
import { topics } from '@/domain/signal/topics'
import { catchUp, type OpenedGroup } from '@/features/chat/catch-up'
import { addSent, isBehind, type Timeline } from '@/features/chat/timeline'
import { createCloudClient } from '../../local-cloud/client/cloud-client'
import type { ClientSocket } from '../../local-cloud/client/types'
import { nextRequestId } from './request-id'

/** Whose phone it is that runs now: in the place of `@/cloud/provider`, so that many phones live in one process. */
const holder = new AsyncLocalStorage<CloudClient>()
export const cloud = (): Promise<CloudClient> => {
  const client = holder.getStore()
  return client ? Promise.resolve(client) : Promise.reject(new Error('this runs on nobody’s phone'))
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const patience = 200

/** A phone that shows one group, by the app's own code: its calls, its watch, its catching up. */
export class ChatPhone {
  timeline: Timeline | undefined
  /** How often it asked for what it missed. */
  catchUps = 0
  private readonly client: CloudClient
  private readonly group: OpenedGroup
  private isStale = true
  private working: Promise<void> | null = null
  private stop: () => void = () => undefined

  /** @param address where the cloud is, and the persona's token */
  constructor(
    address: { url: string; token: string },
    private readonly groupPath: string,
    private readonly onNews: (timeline: Timeline) => void = () => undefined,
  ) {
    this.group = { groupPath, readTo: 0, unread: 0, mentionSeq: null }
    this.client = clientOf(address)
  }

  /** Opens the group, and keeps it in step from now on. */
  async open(): Promise<void> {
    this.stop = this.here(() => watchSignals([topics.chat(this.groupPath)], () => this.refresh()))
    await this.settle()
  }

  close(): void {
    this.stop()
  }

  /** Asks for what is missing until nothing is; a call that fails is made again. */
  async settle(): Promise<void> {
    this.refresh()
    while (this.working) await this.working
  }

  /** Says something, as often as it takes; answers the message. */
  async say(text: string, replyTo: number | null = null): Promise<Output<'chat.send'>['message']> {
    const input = { groupPath: this.groupPath, body: { kind: 'text', text }, replyTo } as const
    const { message } = await this.insist('chat.send', input)
    if (this.timeline) this.timeline = addSent(this.timeline, message)
    this.refresh()
    return message
  }

  recall = (seq: number) => this.insist('chat.recall', { groupPath: this.groupPath, seq })
  thumb = (seq: number, isOn: boolean) => this.insist('chat.thumb', { groupPath: this.groupPath, seq, isOn })

  /** One intention: the same request id until it is answered. */
  private async insist<N extends 'chat.send' | 'chat.recall' | 'chat.thumb'>(
    action: N,
    input: Parameters<typeof call<N>>[1],
  ): Promise<Output<N>> {
    const requestId = nextRequestId()
    for (;;) {
      try {
        return await this.here(() => call(action, input, { requestId }))
      } catch (error) {
        if (!isPassing(error)) throw error
        await pause(patience)
      }
    }
  }

  private refresh(): void {
    this.isStale = true
    this.working ??= this.work().finally(() => (this.working = null))
  }

  private async work(): Promise<void> {
    while (this.isStale) {
      this.isStale = false
      try {
        this.catchUps += 1
        this.timeline = await this.here(() => catchUp(this.group, () => this.timeline))
        this.onNews(this.timeline)
        if (isBehind(this.timeline)) this.isStale = true
      } catch {
        this.isStale = true
        await pause(patience)
      }
    }
  }

  private here<T>(work: () => T): T {
    return holder.run(this.client, work)
  }
}

/** It may go well the next time. */
const isPassing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['Offline', 'Timeout', 'Internal'].includes(String(error.code))

function clientOf(address: { url: string; token: string }): CloudClient {
  const client = createCloudClient({
    ...address,
    webSocket: WebSocket as unknown as new (url: string) => ClientSocket,
  })
  const isNone = (): never => {
    throw new Error('this phone has no files')
  }
  return {
    callFunction: (options) => client.callFunction(options),
    watchSignals: (wanted, { onDocs, onError }) =>
      client
        .database()
        .collection('signals')
        .where({ _id: { $in: [...wanted] } })
        .watch({ onChange: ({ docs }) => onDocs(docs), onError }),
    uploadFile: isNone,
    downloadFile: isNone,
    resolveFiles: isNone,
  }
}
