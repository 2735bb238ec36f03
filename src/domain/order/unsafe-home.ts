import { isWithin } from '../shared/area'
import { beneficiaryIdOf, type Order } from './schema'

/** As much of an order as says whose home it goes to. */
export type Home = Pick<Order, 'areaPath' | 'contact' | 'requesterId' | 'beneficiary'>

const isSameDoor = (a: Home, b: Home): boolean =>
  (isWithin(a.areaPath, b.areaPath) || isWithin(b.areaPath, a.areaPath)) &&
  a.contact.roomNumber !== '' &&
  a.contact.roomNumber === b.contact.roomNumber

const isSamePerson = (a: Home, b: Home): boolean =>
  beneficiaryIdOf(a) !== null && beneficiaryIdOf(a) === beneficiaryIdOf(b)

/**
 * Would somebody go alone to whom, or where, a visit was felt unsafe that nobody has looked into yet? Then staff
 * decide, and nothing is dispatched by itself. For staff alone: no resident and no volunteer learns of it.
 * @param unsettled the orders with such a visit (`needsSafetyLook`)
 */
export const isAloneToUnsafe = (order: Home & Pick<Order, 'people'>, unsettled: readonly Home[]): boolean =>
  order.people === 1 && isToUnsafe(order, unsettled)

/** The same, however many go. */
export const isToUnsafe = (order: Home, unsettled: readonly Home[]): boolean =>
  unsettled.some((one) => isSamePerson(order, one) || isSameDoor(order, one))
