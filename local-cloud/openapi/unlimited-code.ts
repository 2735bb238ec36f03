import { failed, hasPage, type Api } from './api'
import { codePicture, type Look } from './code-picture'
import { objectOf, textOf } from './wire-format'

const LONGEST_SCENE = 32
const USUAL_WIDTH = 430
const NARROWEST = 280
const WIDEST = 1280

/**
 * A picture of a mini-program code. Source: the WeChat docs, getUnlimitedQRCode: a scene of 1–32 characters
 * (40169) of a given set (40129), an existing page without leading slash and query (41030) that is checked unless
 * `check_path` is false, `scancode_time` reserved (85096), a width of 280–1,280 px.
 */
export const getUnlimited: Api = (args, context) => {
  const scene = textOf(args.scene)
  const page = textOf(args.page)
  if (scene === '' || scene.length > LONGEST_SCENE)
    return failed(40169, 'invalid length for scene, or the data is not json string')
  if (!/^[\w!#$&'()*+,/:;=?@.~-]+$/.test(scene)) return failed(40129, 'invalid scene')
  if (`${scene}${page}`.includes('scancode_time'))
    return failed(85096, 'not allow include scancode_time field')
  if (page.startsWith('/') || page.includes('?')) return failed(41030, 'invalid page')
  if (page !== '' && args.check_path !== false && !hasPage(context, page))
    return failed(41030, 'invalid page')
  const version = textOf(args.env_version) || 'release'
  if (!['release', 'trial', 'develop'].includes(version)) return failed(40097, 'invalid args: env_version')
  const bytes = codePicture(context.codeUrl({ scene, page }), lookOf(args))
  return { bytes, type: 'image/png' }
}

function lookOf(args: Record<string, unknown>): Look {
  const asked = typeof args.width === 'number' ? args.width : USUAL_WIDTH
  const { r, g, b } = objectOf(args.line_color)
  return {
    width: Math.min(Math.max(Math.round(asked), NARROWEST), WIDEST),
    dark: [shade(r), shade(g), shade(b), 255],
    light: [255, 255, 255, args.is_hyaline === true ? 0 : 255],
  }
}

/** A part of a colour: 0 where it is missing or makes no sense. */
function shade(part: unknown): number {
  const whole = Math.round(Number(part ?? 0))
  return Number.isFinite(whole) ? Math.min(Math.max(whole, 0), 255) : 0
}
