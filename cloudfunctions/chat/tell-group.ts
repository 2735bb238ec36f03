import type { Account } from '@/domain/account/schema'
import { newsFor } from '@/domain/chat/policy'
import { topics } from '@/domain/signal/topics'
import { command } from '../_runtime/sdk'
import { moveSignals } from '../_runtime/signals'
import type { Store } from '../_runtime/store'
import { threadTopics } from '../order/order-topics'
import type { Group } from './find-group'

/** The phones of those who read the group ask for what is new. @param isNews false: nothing was said, a line changed */
export async function tellGroup(store: Store, actor: Account, group: Group, isNews: boolean): Promise<void> {
  if (group.kind === 'place') return moveSignals(store, [topics.chat(group.groupPath)])
  const { order } = group
  const news = command.addToSet({ $each: newsFor(actor, order) })
  await Promise.all([
    isNews ? store.orders.update({ _id: order._id }, {}, { newsFor: news }) : 0,
    moveSignals(store, threadTopics(order)),
  ])
}
