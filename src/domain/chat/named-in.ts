import { forgetPerson, personIdsIn } from '../shared/person'
import type { Message, MessageBody } from './schema'

/** Whose names stand in a message beside its author's: those that are given, and those that it tells by itself. */
export const namedIn = ({
  body,
  mentions,
  namedIds,
  replyTo,
}: Pick<Message, 'body' | 'replyTo'> & {
  readonly mentions: readonly { readonly userId: string }[]
  readonly namedIds: readonly string[]
}): string[] => [
  ...new Set([
    ...namedIds,
    ...mentions.map(({ userId }) => userId),
    ...(replyTo?.authorId ? [replyTo.authorId] : []),
    ...(body.kind === 'mention' ? body.nameIds : []),
    ...personIdsIn(body),
  ]),
]

const allOf = (groupPath: string): string => `all@${groupPath}`

/** What a message that calls people is found by: their ids, and the group's own word where it calls all. */
export const callsIn = ({
  groupPath,
  mentions,
  mentionsAll,
}: {
  readonly groupPath: string
  readonly mentions: readonly { readonly userId: string }[]
  readonly mentionsAll: boolean
}): string[] => [...new Set(mentions.map(({ userId }) => userId)), ...(mentionsAll ? [allOf(groupPath)] : [])]

/** Under which of these one is called who reads `groupPaths`. */
export const callsFor = (userId: string, groupPaths: readonly string[]): string[] => [
  userId,
  ...groupPaths.map(allOf),
]

/**
 * A message that no longer says somebody's name; what was said stays.
 * @param name what stands in the place of theirs
 */
export function forgottenInMessage(message: Message, userId: string, name: string): Message {
  const { authorId, mentions, replyTo } = message
  return {
    ...message,
    authorName: authorId === userId || isJoined(message) ? name : message.authorName,
    authorAvatar: authorId === userId ? null : message.authorAvatar,
    body: forgottenInBody(message, userId, name),
    mentions: mentions.map((mention) => (mention.userId === userId ? { ...mention, name } : mention)),
    replyTo: replyTo?.authorId === userId ? { ...replyTo, name } : replyTo,
  }
}

const isJoined = ({ body }: Pick<Message, 'body'>): boolean => body.kind === 'joined'

function forgottenInBody({ body }: Message, userId: string, name: string): MessageBody {
  switch (body.kind) {
    case 'joined':
      return { ...body, nickname: name }
    // The house names one person in each of these lines.
    case 'event':
      return { ...body, name }
    case 'mention':
      return {
        ...body,
        name: body.userId === userId ? name : body.name,
        names: body.names.map((one, index) => (body.nameIds[index] === userId ? name : one)),
      }
    default:
      return forgetPerson(body, userId, name)
  }
}
