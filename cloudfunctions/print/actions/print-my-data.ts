import { myDataPaper } from '@/copy/my-data'
import { deleteFiles, uploadFile } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { readFonts } from '../fonts'
import { readMyData } from '../my-data/read'
import { sectionsOf } from '../my-data/sections'
import { paperOfRows } from '../papers/rows'
import { press } from '../press'
import { secretPath } from '../random'

/** The file is noted with the account, so that it goes when the next one is made, or with the account itself. */
export const printMyData = action('print.myData', {
  load: async () => null,
  allow: (actor) => actor.state === 'active',
  handle: async ({ actor, now, store }) => {
    const [account, data] = await Promise.all([store.accounts.get(actor._id), readMyData(store, actor)])
    const sections = sectionsOf(account ?? actor, data, now)
    const { title } = myDataPaper
    const file = await press(await readFonts(), { title }, (sheet) => paperOfRows(sheet, title, sections))
    const fileId = await uploadFile(secretPath('my-data'), file)
    const before = (account ?? actor).dataFileId
    await store.accounts.update({ _id: actor._id }, { dataFileId: fileId })
    if (before !== null) await deleteFiles([before]).catch(() => undefined)
    return { fileId }
  },
})
