import { randomUUID } from 'node:crypto'
import { failed, ok, type Api } from './api'
import { contentModel, PASS, RISKY } from './verdict'
import { textOf } from './wire-format'

const MOST_CHARACTERS = 2500

/** The text with which WeChat lets developers try its check. */
const TRIAL_TEXT = '特3456书yuuo莞6543李zxcz蒜7782法fgnv级'

/**
 * Checks a text. Source: the WeChat docs, msgSecCheck version 2: at most 2,500 characters, scene 1–4, a user who
 * was here within two hours (61010); `result`, `detail`, `trace_id`.
 */
export const msgSecCheck: Api = (args, { riskyWords, visits }) => {
  const content = textOf(args.content)
  const openid = textOf(args.openid)
  if (args.version !== 2) return failed(40097, 'invalid args: the local cloud knows version 2 only')
  if (!openid) return failed(40003, 'invalid openid')
  if (![1, 2, 3, 4].includes(Number(args.scene))) return failed(47001, 'data format error: scene')
  if (content === '' || [...content].length > MOST_CHARACTERS)
    return failed(47001, 'data format error: content')
  if (!visits.isActive(openid)) return failed(61010, 'code is expired')
  const words = [content, args.title, args.nickname, args.signature].map(textOf).join('\n')
  const keyword = [...riskyWords, TRIAL_TEXT].find((word) => words.includes(word))
  const result = keyword === undefined ? PASS : RISKY
  const found = keyword === undefined ? {} : { ...RISKY, keyword, level: 90 }
  const detail = [contentModel(result), { strategy: 'keyword', errcode: 0, ...found }]
  return ok({ result, detail, trace_id: randomUUID() })
}
