const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()

/** Adds one to a counter in a transaction, trying again while others are in the way. */
exports.main = async ({ id }) => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.runTransaction(async (transaction) => {
        const counter = transaction.collection('things').doc(id)
        const { data } = await counter.get()
        await counter.update({ data: { n: data.n + 1 } })
        return attempt
      })
    } catch (error) {
      if (!/TransactionConflict/.test(error.errMsg ?? error.message ?? '')) throw error
    }
  }
}
