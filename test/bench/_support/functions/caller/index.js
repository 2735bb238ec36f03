'use strict'
/** Makes one call through the SDK, as any function would, and says how long it took: `{call, n}` to ms. */
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

const db = cloud.database()
const _ = db.command
const orders = db.collection('orders')
const orderId = (n) => `order-${String(n).padStart(7, '0')}`

const calls = {
  /** The SDK asks, the server has nothing to do: the same request as `query`, to a route that answers at once. */
  empty: (n) => calls.query(n),
  get: (n) => orders.doc(orderId(n)).get(),
  query: (n) =>
    orders
      .where({ owner: `resident-${n % 40}` })
      .orderBy('at', 'desc')
      .limit(20)
      .get(),
  queryByArray: (n) =>
    orders
      .where({ tags: `house-${n % 40}` })
      .limit(20)
      .get(),
  thousand: () => orders.where({ status: 'done' }).orderBy('at', 'desc').limit(1000).get(),
  update: (n) => orders.doc(orderId(n)).update({ data: { 'counts.seen': _.inc(1) } }),
  add: (n) =>
    orders.add({
      data: { code: `added-${Date.now()}-${n}`, status: 'posted', owner: 'me', at: db.serverDate() },
    }),
  hundredMore: (n) =>
    orders.add({
      data: Array.from({ length: 100 }, (_x, i) => ({
        code: `added-${Date.now()}-${n}-${i}`,
        status: 'posted',
        owner: `resident-${i % 40}`,
        at: new Date(),
        tags: [`house-${i % 40}`],
        text: 'Please carry the groceries up to the fifth floor. '.repeat(8),
      })),
    }),
}

const real = process.env.TCB_CONTEXT_CNFG
const answeredAtOnce = real.replace('/admin', '/empty')

exports.main = async ({ call, n }) => {
  process.env.TCB_CONTEXT_CNFG = call === 'empty' ? answeredAtOnce : real
  const startedAt = performance.now()
  await calls[call](n)
  return performance.now() - startedAt
}
