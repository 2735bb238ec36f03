import { formerNeighbour } from '@/copy/people'
import { forgottenInMessage } from '@/domain/chat/named-in'
import type { Store } from '../../_runtime/store'

/** Messages that name somebody, in one pass. */
const batch = 200

/** What they wrote stays under another name; where others name them, that name goes too. Answers how many wait. */
export async function forgetMessages(store: Store, userId: string): Promise<number> {
  const [naming] = await Promise.all([
    store.messages.find({ namedIds: userId }, { limit: batch }),
    store.messages.update({ authorId: userId }, { authorName: formerNeighbour, authorAvatar: null }),
  ])
  await Promise.all(
    naming.map((message) => {
      const { authorName, body, mentions, replyTo } = forgottenInMessage(message, userId, formerNeighbour)
      const namedIds = message.namedIds.filter((id) => id !== userId)
      return store.messages.update({ _id: message._id }, { authorName, body, mentions, replyTo, namedIds })
    }),
  )
  return naming.length < batch ? 0 : 1
}
