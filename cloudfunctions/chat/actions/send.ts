import { canWriteGroup, titleIn } from '@/domain/chat/policy'
import { AppError } from '@/domain/shared/errors'
import { topics } from '@/domain/signal/topics'
import { checkText } from '../../_runtime/safety'
import { action } from '../../_runtime/serve'
import { moveSignals } from '../../_runtime/signals'
import { appendMessage } from '../append-message'
import { presentMessage } from '../present-message'

export const sendMessage = action('chat.send', {
  load: async () => null,
  allow: (actor, _subject, { groupPath }) => canWriteGroup(actor, groupPath),
  handle: async ({ actor, input, log, now, openid, requestId, store }) => {
    const { body, groupPath } = input
    if (body.kind === 'text') await checkText(body.text, openid, log)
    const message = await appendMessage(store, {
      _id: requestId,
      groupPath,
      authorId: actor._id,
      authorName: actor.nickname,
      authorTitle: titleIn(actor, groupPath),
      body,
      sentAt: now,
    })
    // A request id that someone else has used, or that went to another group, is no way to read a message.
    if (message.authorId !== actor._id || message.groupPath !== groupPath) throw new AppError('Forbidden')
    await moveSignals(store, [topics.chat(groupPath)])
    return { message: presentMessage(actor, message) }
  },
})
