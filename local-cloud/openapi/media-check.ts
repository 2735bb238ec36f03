import { failed, ok, type Api } from './api'
import { textOf } from './wire-format'

/**
 * Takes a picture (`media_type` 2) or a sound (1) for a check; the verdict comes later, as a push.
 * Source: the WeChat docs, mediaCheckAsync version 2.
 */
export const mediaCheckAsync: Api = (args, { mediaChecks, visits }) => {
  const openid = textOf(args.openid)
  const url = textOf(args.media_url)
  if (args.version !== 2) return failed(40097, 'invalid args: the local cloud knows version 2 only')
  if (!openid) return failed(40003, 'invalid openid')
  if (!/^(https?|cloud):\/\//.test(url)) return failed(40004, 'invalid media url')
  if (![1, 2].includes(Number(args.media_type))) return failed(40004, 'invalid media type')
  if (![1, 2, 3, 4].includes(Number(args.scene))) return failed(47001, 'data format error: scene')
  if (!visits.isActive(openid)) return failed(61010, 'code is expired')
  return ok({ trace_id: mediaChecks.begin(url) })
}
