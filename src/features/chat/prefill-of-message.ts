import type { MessageView } from '@/domain/chat/contract'
import type { OrderPrefill } from '@/routes'

/** As much as an order takes. */
const longest = 500

/** What an order form is opened with for something said in a group. `excerpt`: where the words are no longer shown. */
export function prefillOfMessage({ body, groupPath, seq }: MessageView, excerpt = ''): OrderPrefill {
  const from = { groupPath, seq }
  switch (body.kind) {
    case 'text':
      return { from, text: (body.text.trim() || excerpt).slice(0, longest) }
    case 'image':
      return { from, photo: body.fileId }
    case 'voice':
      return { from, voice: { fileId: body.fileId, seconds: body.seconds } }
    default:
      return { from, text: excerpt }
  }
}
