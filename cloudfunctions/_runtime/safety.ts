import { AppError } from '@/domain/shared/errors'
import type { Logger } from './log'
import { openapi } from './sdk'

/** Which kind of text, as the platform counts them: 1 profile · 2 comment · 3 forum · 4 social log. */
const socialLog = 4
const mostCharacters = 2500

/**
 * Asks WeChat whether a text may be shown to others (msgSecCheck v2, which takes 2,500 characters at once).
 * When the check itself is down the text passes and the log says so: a call for help must not fail on it. Without
 * any text there is nothing to ask, and WeChat would call it malformed.
 * @throws AppError ContentRejected
 * @see https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html
 */
export async function checkText(content: string, openid: string, log: Logger): Promise<void> {
  for (let from = 0; from < content.length; from += mostCharacters) {
    await checkPart(content.slice(from, from + mostCharacters), openid, log)
  }
}

async function checkPart(content: string, openid: string, log: Logger): Promise<void> {
  if (content.trim() === '') return
  const answer = await openapi.security
    .msgSecCheck({ openid, scene: socialLog, version: 2, content })
    .catch((error: unknown) => {
      log.error('textUnchecked', error)
      return null
    })
  if (answer && answer.result.suggest === 'risky') throw new AppError('ContentRejected')
}
