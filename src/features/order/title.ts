import { orderWords } from '@/copy/order'
import type { OrderView } from '@/domain/order/present'

/** What it is about, in a line: their words, or what stands for them. */
export const titleOf = ({ text, voice, service }: Pick<OrderView, 'text' | 'voice' | 'service'>): string =>
  text !== '' ? text : voice ? orderWords.spoken(service.name) : service.name
