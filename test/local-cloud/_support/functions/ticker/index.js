const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async (event) => {
  const { OPENID, SOURCE } = cloud.getWXContext()
  await cloud
    .database()
    .collection('things')
    .add({ data: { tick: event.Time } })
  return { event, openid: OPENID, source: SOURCE }
}
