import { AsyncLocalStorage } from 'node:async_hooks'
import { WebSocket } from 'ws'
import { call } from '@/cloud/call'
import type { CloudClient } from '@/cloud/client'
import { watchSignals } from '@/cloud/watch'
import type { MessageView } from '@/domain/chat/contract'
import type { Output } from '@/domain/contracts'
import { topics } from '@/domain/signal/topics'
import { catchUp, earlierPage, type OpenedGroup } from '@/features/chat/catch-up'
import { deliver } from '@/features/chat/outbox'
import { createSendQueue, type SendQueue } from '@/features/chat/send-queue'
import { addEarlier, addSent, isBehind, type Timeline } from '@/features/chat/timeline'
import { isPassing } from '@/features/session/query-client'
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

type Quoted = MessageView['replyTo']

/** A phone that shows one group, by the app's own code: its calls, its watch, its catching up, its line of what is to be sent. */
export class ChatPhone {
  timeline: Timeline | undefined
  /** How often it asked for what it missed. */
  catchUps = 0
  private readonly client: CloudClient
  private readonly group: OpenedGroup
  private isStale = true
  private working: Promise<void> | null = null
  private stop: () => void = () => undefined
  private readonly queue: SendQueue
  /** Who waits for what they said to be taken. */
  private readonly waiting = new Map<string, (message: MessageView) => void>()

  /** @param address where the cloud is, and the persona's token */
  constructor(
    address: { url: string; token: string },
    private readonly groupPath: string,
    private readonly onNews: (timeline: Timeline) => void = () => undefined,
  ) {
    this.group = { groupPath, readTo: 0, unread: 0, mentionSeq: null }
    this.client = clientOf(address)
    this.queue = createSendQueue(
      {
        waiting: () => this.timeline?.outgoing ?? [],
        change: (next) => {
          if (this.timeline) this.timeline = { ...this.timeline, outgoing: next(this.timeline.outgoing) }
        },
        sent: (message) => this.sent(message),
      },
      (outgoing, note) => deliver(groupPath, outgoing, note),
    )
  }

  /** Opens the group, and keeps it in step from now on. */
  async open(): Promise<void> {
    const watch = this.here(() => watchSignals([topics.chat(this.groupPath)], () => this.refresh()))
    const leave = this.queue.attend((error) => {
      if (!isPassing(error)) throw error
    })
    this.stop = () => {
      watch()
      leave()
    }
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

  /** Says something by the app's own line, as often as it takes; answers the message. */
  say(text: string, replyTo: Quoted = null): Promise<MessageView> {
    const requestId = nextRequestId()
    return new Promise((resolve) => {
      this.waiting.set(requestId, resolve)
      this.here(() =>
        this.queue.put({
          requestId,
          body: { kind: 'text', text },
          address: { replyTo, called: [] },
          writtenAt: Date.now(),
          state: 'sending',
        }),
      )
    })
  }

  private sent(message: MessageView): void {
    if (this.timeline) this.timeline = addSent(this.timeline, message)
    this.arrived(message)
    this.refresh()
  }

  private arrived(message: MessageView): void {
    this.waiting.get(message._id)?.(message)
    this.waiting.delete(message._id)
  }

  /** Pages back to the first message, as somebody would who scrolls up; answers all that was shown on the way. */
  async wholeHistory(): Promise<MessageView[]> {
    const shown = new Map<number, MessageView>()
    for (;;) {
      const held = this.timeline
      held?.messages.forEach((message) => shown.set(message.seq, shown.get(message.seq) ?? message))
      if (!held?.hasEarlier) return [...shown.values()].sort((one, other) => one.seq - other.seq)
      const page = await this.here(() => earlierPage(this.groupPath, held))
      this.timeline = addEarlier(held, page)
    }
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
        // Where the answer got lost, what I said comes back through the chat.
        this.timeline.messages.forEach((message) => this.arrived(message))
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
