const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async (event, context) => {
  const { OPENID, APPID, SOURCE } = cloud.getWXContext()
  await new Promise((resolve) => setTimeout(resolve, event.wait ?? 0))
  if (event.fail) throw new Error(event.fail)
  return {
    event,
    openid: OPENID,
    later: cloud.getWXContext().OPENID,
    appid: APPID,
    source: SOURCE,
    namespace: context.namespace,
  }
}
