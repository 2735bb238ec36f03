/** The lists of the orders page. */
export type OrdersView = 'open' | 'done' | 'series'

let wanted: OrdersView | null = null

/** Tabs are opened without parameters: what the orders page is to show when it is opened next. */
export function wantOrdersView(view: OrdersView): void {
  wanted = view
}

/** What was wanted, once. */
export function takeOrdersView(): OrdersView | null {
  const view = wanted
  wanted = null
  return view
}
