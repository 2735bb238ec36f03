import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Order } from '@/domain/order/schema'
import DeskOrderPage from '@/packages/staff/pages/order'
import { aHandbook } from '../../support/factories/handbook'
import { anOrder } from '../../support/factories/order'
import { holdDesk, staff } from './desk'
import { answer } from './fake-cloud'
import { holdOrder, openPage } from './render-page'

/** The cloud holds one order of the desk, with nobody suggested and the usual handbook. */
export function holdDeskOrder(order: Order = anOrder()): void {
  holdDesk([])
  holdOrder(order, staff)
  answer('order.suggest', () => ({ items: [] }))
  answer('handbook.get', () => ({ handbook: { ...aHandbook(), canEdit: true } }))
}

/** Its page on the desk. */
export const openDeskOrder = (): void => void openPage(DeskOrderPage, { id: 'order-0001' })

/** Inside the sheet that is open. */
export const inSheet = () => within(screen.getByRole('dialog'))

/** A tap on an event's button, and one on the same in its sheet. */
export const ask = async (button: string): Promise<void> =>
  userEvent.click(await screen.findByRole('button', { name: button }))
export const confirm = (button: string): Promise<void> =>
  userEvent.click(inSheet().getByRole('button', { name: button }))
