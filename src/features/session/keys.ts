import type { QueryClient } from '@tanstack/react-query'
import type { ActionName, Prefix } from '@/domain/contracts'
import { topicKind, type TopicKind } from '@/domain/signal/topics'

export const prefixOf = (name: ActionName): Prefix => name.slice(0, name.indexOf('.')) as Prefix

/** [prefix, action, input]: the prefix is what signals and commands make stale. */
export const actionKey = (name: ActionName, input: unknown) => [prefixOf(name), name, input] as const

/** Of a query that is asked page by page. */
export const pagesKey = (name: ActionName, input: unknown) => [...actionKey(name, input), 'pages'] as const

/** The threads of orders stand apart from the buildings' chats: other topics move them. */
type Stale = Prefix | 'thread'

/** What someone's phone may be showing that is no longer true once a topic has changed. */
const staleAfterTopic: Readonly<Record<TopicKind, readonly Stale[]>> = {
  user: [
    'order',
    'thread',
    'series',
    'account',
    'membership',
    'resident',
    'appointment',
    'notice',
    'group',
    'moderation',
  ],
  desk: ['order', 'thread', 'appointment', 'numbers'],
  hall: ['order'],
  chat: ['chat', 'topic'],
  inbox: ['inbox', 'moderation', 'promise', 'visit'],
  notice: ['notice'],
  pending: ['membership'],
}

/** And once a command has been done. */
const staleAfterCommand: Readonly<Record<Prefix, readonly Stale[]>> = {
  account: ['account'],
  invitation: ['invitation', 'account', 'chat', 'notice', 'membership'],
  membership: ['membership', 'account', 'resident', 'place', 'chat'],
  resident: ['resident', 'membership', 'place'],
  place: ['place'],
  appointment: ['appointment', 'account', 'membership'],
  handbook: ['handbook'],
  order: ['order', 'thread', 'series', 'numbers'],
  series: ['series', 'order'],
  numbers: [],
  chat: ['chat', 'inbox'],
  group: ['group'],
  moderation: ['moderation', 'chat', 'group', 'inbox'],
  topic: ['topic', 'group'],
  promise: ['promise', 'inbox'],
  inbox: ['inbox', 'chat'],
  notice: ['notice'],
  visit: ['visit', 'inbox'],
  certificate: ['certificate'],
  print: ['invitation'],
}

const refresh = (client: QueryClient, prefixes: readonly Stale[]): Promise<unknown> =>
  Promise.all(prefixes.map((prefix) => client.invalidateQueries({ queryKey: [prefix] })))

export const refreshAfterTopic = (client: QueryClient, topic: string): Promise<unknown> =>
  refresh(client, staleAfterTopic[topicKind(topic)] ?? [])

export const refreshAfterCommand = (client: QueryClient, name: ActionName): Promise<unknown> =>
  refresh(client, staleAfterCommand[prefixOf(name)])
