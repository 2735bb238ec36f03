import type { ActionsOf } from '@/domain/contracts'
import type { Handlers } from '../_runtime/serve'
import { exportCsv } from './actions/numbers/csv'
import { getDigest } from './actions/numbers/digest'
import { getNumbers } from './actions/numbers/get'
import { listNumberOrders } from './actions/numbers/orders'

export const numbersActions: Pick<Handlers<'order'>, Extract<ActionsOf<'order'>, `numbers.${string}`>> = {
  'numbers.get': getNumbers,
  'numbers.orders': listNumberOrders,
  'numbers.csv': exportCsv,
  'numbers.digest': getDigest,
}
