import type { Media } from '@/domain/media/schema'
import type { Logger } from './log'
import { addressOf, openapi } from './sdk'

/** What kind of file, as the platform numbers them. */
const mediaTypes = { voice: 1, image: 2 } as const satisfies Record<Media['kind'], number>
const forum = 3

/**
 * Asks WeChat whether a picture or voice may be shown to others; the verdict comes by message push within half an
 * hour, under the trace id. null: the check is down just now, and has to be asked for again.
 * @see https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/mediaCheckAsync.html
 */
export async function beginMediaCheck(
  { fileId, kind }: Media,
  openid: string,
  log: Logger,
): Promise<string | null> {
  try {
    const mediaUrl = await addressOf(fileId)
    const asked = { openid, scene: forum, version: 2, mediaUrl, mediaType: mediaTypes[kind] } as const
    return (await openapi.security.mediaCheckAsync(asked)).traceId
  } catch (error) {
    log.error('mediaUnchecked', error)
    return null
  }
}
