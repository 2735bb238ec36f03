import type { OrderView } from '@/domain/order/present'

/** Something is still to come, be it only my own word on how it was. */
export const isOpenForMe = ({ phase, status }: OrderView): boolean =>
  phase !== 'done' || status === 'completed'
