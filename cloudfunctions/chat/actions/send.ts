import type { Account } from '@/domain/account/schema'
import { standingAt } from '@/domain/account/policy'
import type { Message, SaidBody } from '@/domain/chat/schema'
import { action } from '../../_runtime/serve'
import { callsOfAll } from '../calls-of-all'
import { excerptOf } from '../excerpt'
import { findGroup, mayRead, type Group } from '../find-group'
import { presentMessage } from '../present-message'
import { say } from '../say'

export const sendMessage = action('chat.send', {
  fetch: async ({ input, now, store }) => {
    const { groupPath, mentionIds, mentionsAll, replyTo } = input
    const [group, answered, called, earlierCalls] = await Promise.all([
      findGroup(store, groupPath),
      replyTo === null ? null : store.messages.findOne({ groupPath, seq: replyTo }),
      store.accounts.getMany(mentionIds),
      mentionsAll ? callsOfAll(store, groupPath, now) : null,
    ])
    return { group, answered, called, earlierCalls }
  },
  load: async (_call, fetched) => fetched,
  // Who reads a group writes in it; a thread that is closed says so by itself.
  allow: (actor, { group }) => mayRead(actor, group),
  handle: async (call, { group, answered, called, earlierCalls }) => {
    const { actor, input, now } = call
    const message = await say(call, group, {
      body: input.body as SaidBody,
      replyTo: answered?.isLine ? quoteOf(answered) : null,
      mentions: mentionsOf(called, group, now),
      forwardedFrom: null,
      earlierCalls,
    })
    return { message: presentMessage(actor, message, now) }
  },
})

/** Calling somebody who doesn't read the group would tell them nothing, and the group that they exist. */
const mentionsOf = (called: readonly Account[], group: Group, now: number): Message['mentions'] =>
  called
    .filter((person) => mayRead(standingAt(person, now), group))
    .map(({ _id, nickname }) => ({ userId: _id, name: nickname }))

const quoteOf = (message: Message): Message['replyTo'] => ({
  seq: message.seq,
  authorId: message.authorId,
  name: message.authorName,
  excerpt: excerptOf(message),
})
