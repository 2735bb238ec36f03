import type { Visits } from '../personas/visits'
import type { MediaChecks } from './media-checks'
import type { Outbox } from './outbox'
import type { PhoneCodes } from './phone-codes'
import type { ApiAnswer } from './wire-format'

/** What the apis need of the cloud. */
export interface ApiContext {
  appId: string
  /** The cloud's time, epoch ms. */
  now: () => number
  outbox: Outbox
  phoneCodes: PhoneCodes
  mediaChecks: MediaChecks
  visits: Visits
  /** What `msgSecCheck` takes for risky. */
  riskyWords: string[]
  /** The app's pages, `pages/index/index`; null when they are not known, and any page passes. */
  pages: readonly string[] | null
  /** The fields of each subscription template: `{tmpl: ['thing1', 'time2']}`; null when they are not known. */
  templates: Readonly<Record<string, readonly string[]>> | null
  /** The text inside a mini-program code. */
  codeUrl: (target: { scene: string; page: string }) => string
}

/** One api: its arguments in snake_case, as on the wire. */
export type Api = (args: Record<string, unknown>, context: ApiContext) => Promise<ApiAnswer> | ApiAnswer

/** WeChat's refusal: a code of its own and words. */
export function failed(errcode: number, errmsg: string): ApiAnswer {
  return { json: { errcode, errmsg } }
}

/** WeChat's success with its fields. */
export function ok(fields: Record<string, unknown>): ApiAnswer {
  return { json: { errcode: 0, errmsg: 'ok', ...fields } }
}

/** True when the app has this page, or its pages are not known. */
export function hasPage({ pages }: ApiContext, page: string): boolean {
  return pages === null || pages.includes(page)
}
