const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

/** Keeps what WeChat pushes. */
exports.main = async (event) => {
  const { OPENID = null, SOURCE } = cloud.getWXContext()
  await cloud
    .database()
    .collection('things')
    .add({ data: { event, openid: OPENID, source: SOURCE } })
  return 'success'
}
