const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

/** Tells who calls and how; `event.next` is a function to call in turn. */
exports.main = async (event, context) => {
  const next = event.next ? await cloud.callFunction({ name: event.next, data: event.data ?? {} }) : null
  return {
    wx: cloud.getWXContext(),
    env: { ...process.env },
    context: { ...context, getRemainingTimeInMillis: context.getRemainingTimeInMillis() },
    next: next && next.result,
  }
}
