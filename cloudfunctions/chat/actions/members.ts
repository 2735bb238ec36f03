import type { Account } from '@/domain/account/schema'
import { toPersonCard } from '@/domain/account/schema'
import { canReadGroup, titleIn } from '@/domain/chat/policy'
import { circleParts, isThread } from '@/domain/chat/thread'
import { AppError } from '@/domain/shared/errors'
import { roleKey } from '@/domain/shared/role'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import type { PageInput } from '@/domain/shared/paging'

/** Looked through for a name that begins so: a large building's worth. */
const lookedThrough = 600

export const listMembers = action('chat.members', {
  load: async () => null,
  allow: (actor, _subject, { groupPath }) => canReadGroup(actor, groupPath),
  handle: async ({ actor, input, store }) => {
    const { groupPath, search } = input
    if (isThread(groupPath)) throw new AppError('Forbidden')
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

/** Those who live in a place, or who work in a circle. */
function whereOf(groupPath: string) {
  const circle = circleParts(groupPath)
  if (!circle) return { homeAt: groupPath }
  const { communityPath } = circle
  const roles =
    circle.circle === 'staff' ? (['communityStaff', 'gridWorker'] as const) : (['volunteer'] as const)
  return { roleKeys: command.in(roles.map((role) => roleKey(role, communityPath))) }
}

const pageOf = (store: Store, groupPath: string, { cursor, limit }: PageInput) =>
  store.accounts.page(whereOf(groupPath), '_id', 'asc', { cursor, limit })

async function begin(
  store: Store,
  groupPath: string,
  search: string,
): Promise<{ items: Account[]; nextCursor: null }> {
  const found = await store.accounts.find(whereOf(groupPath), {
    orderBy: ['_id', 'asc'],
    limit: lookedThrough,
  })
  const wanted = search.toLowerCase()
  return {
    items: found.filter(({ nickname }) => nickname.toLowerCase().startsWith(wanted)).slice(0, 20),
    nextCursor: null,
  }
}
