import { newUploadFolder } from '../../_runtime/own-files'
import { action } from '../../_runtime/serve'

/** What a phone uploads in a day, mostly: nine pictures with an order, some said in a group. */
const atOnce = 20

export const uploadFolders = action('account.uploadFolders', {
  load: async () => null,
  allow: () => true,
  handle: async ({ openid }) => ({ folders: Array.from({ length: atOnce }, () => newUploadFolder(openid)) }),
})
