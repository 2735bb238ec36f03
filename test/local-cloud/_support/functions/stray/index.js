const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()

/** Writes by where() while its transaction is open, and once after it: only the first leaves the transaction. */
exports.main = async () => {
  await db.runTransaction(async (transaction) => {
    await transaction
      .collection('things')
      .doc('in')
      .update({ data: { n: 1 } })
    await transaction
      .collection('things')
      .where({ _id: 'out' })
      .update({ data: { n: 1 } })
  })
  await db
    .collection('things')
    .where({ _id: 'out' })
    .update({ data: { n: 2 } })
}
