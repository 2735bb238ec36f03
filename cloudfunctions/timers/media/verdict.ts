import * as z from 'zod'
import { judgeMessage } from '../../chat/media-verdict'
import { judgeFile } from './judge-file'
import type { VerdictContext } from '../../_runtime/media-verdict'

/**
 * WeChat's push of what it found.
 * @see https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/mediaCheckAsync.html
 */
const verdictSchema = z.object({
  Event: z.literal('wxa_media_check'),
  trace_id: z.string().min(8),
  errcode: z.number().optional(),
  result: z.object({ suggest: z.string() }).optional(),
})

/** Is it such a push? Whoever else sends one would have to know the trace id, which no phone is told. */
export const isMediaVerdict = (event: unknown): boolean => verdictSchema.safeParse(event).success

/** Finds what was asked about, said in a group or given elsewhere, and does with it as the verdict says. */
export async function takeMediaVerdict(event: unknown, context: VerdictContext): Promise<void> {
  const { store, log } = context
  const { trace_id: traceId, result } = verdictSchema.parse(event)
  const verdict = !result ? 'unreachable' : result.suggest === 'pass' ? 'passed' : 'risky'
  const [message, check] = await Promise.all([
    store.messages.findOne({ traceId }),
    store.mediaChecks.findOne({ traceId }),
  ])
  if (message?.mediaCheck === 'pending') await judgeMessage(context, message, verdict)
  else if (check) await judgeFile(context, check, verdict)
  else return log.info('verdictOnNothing')
  log.info('mediaChecked', { verdict })
}
