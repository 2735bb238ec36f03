const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async (event) =>
  (await cloud.callFunction({ name: 'echo', data: { from: 'nested', openid: event.pretend } })).result
