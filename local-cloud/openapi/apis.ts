import { failed, ok, type Api, type ApiContext } from './api'
import { mediaCheckAsync } from './media-check'
import { sendSubscribeMessage } from './subscribe-message'
import { msgSecCheck } from './text-check'
import { getUnlimited } from './unlimited-code'
import { textOf, type ApiAnswer } from './wire-format'

/** Source: the WeChat docs, getPhoneNumber: a code counts once, for five minutes; 40029 otherwise. */
const getPhoneNumber: Api = ({ code }, { appId, now, phoneCodes }) => {
  const phone = phoneCodes.redeem(textOf(code))
  if (phone === null) return failed(40029, 'invalid code')
  const watermark = { timestamp: Math.floor(now() / 1000), appid: appId }
  return ok({ phone_info: { phone_number: phone, pure_phone_number: phone, country_code: '86', watermark } })
}

/** The apis the local cloud knows, by their names on the wire. */
export const APIS: Record<string, Api> = {
  'wxacode.getUnlimited': getUnlimited,
  'subscribeMessage.send': sendSubscribeMessage,
  'security.msgSecCheck': msgSecCheck,
  'security.mediaCheckAsync': mediaCheckAsync,
  'phonenumber.getPhoneNumber': getPhoneNumber,
}

/** The answer to a function whose config.json does not list the api in `permissions.openapi`: errCode -604101. */
export const NOT_PERMITTED: ApiAnswer = { errorCode: -604101 }

/** Calls an api by name; an unknown one fails with -604100 and its name. */
export async function callApi(
  name: string,
  args: Record<string, unknown>,
  context: ApiContext,
): Promise<ApiAnswer> {
  const api = Object.hasOwn(APIS, name) ? APIS[name] : undefined
  return api ? await api(args, context) : failed(-604100, `API not found: ${name} is not in the local cloud`)
}
