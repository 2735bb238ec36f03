import type { Account } from '@/domain/account/schema'
import { standingAt } from '@/domain/account/policy'
import type { Message, SaidBody } from '@/domain/chat/schema'
import { action } from '../../_runtime/serve'
import { callsOfAll } from '../calls-of-all'
import { quoteOf } from '../excerpt'
import { findGroup, mayRead, type Group } from '../find-group'
import { dropHiddenQuote } from '../hide-message'
import { noteInInbox } from '../inbox/items'
import { tellGroup } from '../tell-group'
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
    const { actor, input, now, store } = call
    const people = called.map((person) => standingAt(person, now))
    const message = await say(call, group, {
      body: input.body as SaidBody,
      replyTo: answered?.isLine ? quoteOf(answered) : null,
      mentions: mentionsOf(people, group),
      forwardedFrom: null,
      earlierCalls,
      alongside: (said) =>
        Promise.all([
          noteInInbox(store, actor, { group, message: said, replied: answered, called: people }),
          dropHiddenQuote(call, said, () => tellGroup(store, actor, group, false)),
        ]),
    })
    return { message: presentMessage(actor, message, now) }
  },
})

/** Calling somebody who doesn't read the group would tell them nothing, and the group that they exist. */
const mentionsOf = (called: readonly Account[], group: Group): Message['mentions'] =>
  called
    .filter((person) => mayRead(person, group))
    .map(({ _id, nickname }) => ({ userId: _id, name: nickname }))
