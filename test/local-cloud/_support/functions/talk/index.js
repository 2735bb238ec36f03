const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async ({ id }) => {
  console.log('looking for', { id })
  const things = cloud.database().collection('things')
  await things.where({ _id: id }).get()
  await things.where({ _id: id }).count()
  console.error('done')
}
