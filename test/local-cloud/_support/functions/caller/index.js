const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

/** Does something with the SDK, and tells how it went. */
const acts = {
  check: () =>
    cloud.openapi.security.msgSecCheck({
      version: 2,
      scene: 2,
      content: 'hi',
      openid: cloud.getWXContext().OPENID,
    }),
  code: () => cloud.openapi.wxacode.getUnlimited({ scene: 'a' }),
  callFunction: ({ name, data = {} }) => cloud.callFunction({ name, data }),
  add: ({ data }) => cloud.database().collection('things').add({ data }),
}

exports.main = async (event) => {
  try {
    return await acts[event.act](event)
  } catch ({ code, errCode, errMsg, message }) {
    return { code, errCode, errMsg, message }
  }
}
