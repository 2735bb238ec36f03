import type { Message } from '@/domain/chat/schema'
import { AppError } from '@/domain/shared/errors'
import type { Store } from '../_runtime/store'

/** @throws AppError NotFound where nothing was said under this number */
export async function findMessage(store: Store, groupPath: string, seq: number): Promise<Message> {
  const message = await store.messages.findOne({ groupPath, seq })
  if (!message?.isLine) throw new AppError('NotFound')
  return message
}
