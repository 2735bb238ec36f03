import type { Account } from '@/domain/account/schema'
import { toPersonCard } from '@/domain/account/schema'
import { canReadGroup, titleIn } from '@/domain/chat/policy'
import type { PageInput } from '@/domain/shared/paging'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import { membersOf } from '../members-of'

/** Looked through for a name that begins so: a large building's worth. */
const lookedThrough = 600

export const listMembers = action('chat.members', {
  load: async () => null,
  // Those of an order's thread are on its order; nobody else stands in it.
  allow: (actor, _subject, { groupPath }) => canReadGroup(actor, groupPath),
  handle: async ({ actor, input, store }) => {
    const { groupPath, search } = input
    const page = search === '' ? await pageOf(store, groupPath, input) : await begin(store, groupPath, search)
    return {
      ...page,
      items: page.items.map((person) => ({
        ...toPersonCard(person),
        title: titleIn(person, groupPath),
        avatarFileId: person.avatarFileId,
        isMe: person._id === actor._id,
      })),
    }
  },
})

const pageOf = (store: Store, groupPath: string, { cursor, limit }: PageInput) =>
  store.accounts.page(membersOf(groupPath), '_id', 'asc', { cursor, limit })

async function begin(
  store: Store,
  groupPath: string,
  search: string,
): Promise<{ items: Account[]; nextCursor: null }> {
  const found = await store.accounts.find(membersOf(groupPath), {
    orderBy: ['_id', 'asc'],
    limit: lookedThrough,
  })
  const wanted = search.toLowerCase()
  return {
    items: found.filter(({ nickname }) => nickname.toLowerCase().startsWith(wanted)).slice(0, 20),
    nextCursor: null,
  }
}
