import { randomUUID } from 'node:crypto'
import QRCode, { type QRCodeToBufferOptions } from 'qrcode'
import type { Outbox } from './outbox'
import type { PhoneCodes } from './phone-codes'
import { objectOf, textOf, type ApiAnswer } from './wire-format'

/** What the apis need of the cloud. */
export interface ApiContext {
  outbox: Outbox
  phoneCodes: PhoneCodes
  riskyWords: string[]
  /** The text inside a mini-program code. */
  codeUrl: (target: { scene: string; page: string }) => string
}

type Api = (args: Record<string, unknown>, context: ApiContext) => Promise<ApiAnswer> | ApiAnswer

const MOST_CHARACTERS = 2500

function failed(errcode: number, errmsg: string): ApiAnswer {
  return { json: { errcode, errmsg } }
}

function ok(fields: Record<string, unknown>): ApiAnswer {
  return { json: { errcode: 0, errmsg: 'ok', ...fields } }
}

/** Source: the WeChat docs, getUnlimitedQRCode: 1–32 visible characters of a given set; 40129, 41030. */
const getUnlimited: Api = async ({ scene, page }, { codeUrl }) => {
  const given = textOf(scene)
  if (!/^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/.test(given)) return failed(40129, 'invalid scene')
  const target = textOf(page)
  if (target.startsWith('/') || target.includes('?')) return failed(41030, 'invalid page')
  // Without the PNG filters, which gain nothing on two colours and cost most of the time.
  const look = { width: 430, margin: 2, rendererOpts: { filterType: 0 } } as QRCodeToBufferOptions
  const bytes = await QRCode.toBuffer(codeUrl({ scene: given, page: target }), look)
  return { bytes, type: 'image/png' }
}

/** Source: the WeChat docs, sendMessage: 43101 without consent, 40003 without receiver, 47003 for bad data. */
const sendSubscribeMessage: Api = (args, { outbox }) => {
  const openid = textOf(args.touser)
  const templateId = textOf(args.template_id)
  if (!openid) return failed(40003, 'invalid openid')
  if (!templateId) return failed(40037, 'invalid template_id')
  const data = objectOf(args.data)
  const wrong = Object.entries(data).find(([, field]) => textOf(objectOf(field).value) === '')
  if (wrong) return failed(47003, `argument invalid! data.${wrong[0]}.value is empty`)
  const isAccepted = outbox.send({ openid, templateId, page: textOf(args.page), data })
  return isAccepted ? ok({ msgid: Date.now() }) : failed(43101, 'user refuse to accept the msg')
}

/** Source: the WeChat docs, msgSecCheck version 2: at most 2,500 characters, `result.suggest`. */
const msgSecCheck: Api = (args, { riskyWords }) => {
  const content = textOf(args.content)
  if (args.version !== 2) return failed(40001, 'local cloud: only version 2 is supported')
  if (!textOf(args.openid)) return failed(40003, 'invalid openid')
  if (![1, 2, 3, 4].includes(Number(args.scene))) return failed(47001, 'data format error: scene')
  if (content === '' || [...content].length > MOST_CHARACTERS)
    return failed(47001, 'data format error: content')
  const isRisky = riskyWords.some((word) => content.includes(word))
  const result = isRisky ? { suggest: 'risky', label: 20006 } : { suggest: 'pass', label: 100 }
  const detail = [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }]
  return ok({ result, detail, trace_id: randomUUID() })
}

/** Only the acceptance: the verdict's push is not in the local cloud yet. */
const mediaCheckAsync: Api = (args) => {
  if (!textOf(args.media_url)) return failed(40004, 'invalid media url')
  return ok({ trace_id: randomUUID() })
}

/** Source: the WeChat docs, getPhoneNumber: a code counts once, for five minutes; 40029 otherwise. */
const getPhoneNumber: Api = ({ code }, { phoneCodes }) => {
  const phone = phoneCodes.redeem(textOf(code))
  if (phone === null) return failed(40029, 'invalid code')
  return ok({ phone_info: { phone_number: phone, pure_phone_number: phone, country_code: '86' } })
}

/** The apis the local cloud knows, by their names on the wire. */
export const APIS: Record<string, Api> = {
  'wxacode.getUnlimited': getUnlimited,
  'subscribeMessage.send': sendSubscribeMessage,
  'security.msgSecCheck': msgSecCheck,
  'security.mediaCheckAsync': mediaCheckAsync,
  'phonenumber.getPhoneNumber': getPhoneNumber,
}

/** Calls an api by name; an unknown one fails with -604100 and its name. */
export async function callApi(
  name: string,
  args: Record<string, unknown>,
  context: ApiContext,
): Promise<ApiAnswer> {
  const api = Object.hasOwn(APIS, name) ? APIS[name] : undefined
  return api ? await api(args, context) : failed(-604100, `API not found: ${name} is not in the local cloud`)
}
