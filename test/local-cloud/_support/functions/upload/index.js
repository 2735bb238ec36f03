const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async ({ cloudPath }) => {
  const { fileID } = await cloud.uploadFile({ cloudPath, fileContent: Buffer.from('你好') })
  const { fileContent } = await cloud.downloadFile({ fileID })
  return { fileID, text: fileContent.toString() }
}
