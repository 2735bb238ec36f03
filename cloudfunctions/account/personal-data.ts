import type { myDataPaper } from '@/copy/my-data'
import type { myMatters } from '@/copy/my-data-matters'
import type { CollectionName } from '../_runtime/schemas'

/** The parts of the paper with all that is kept of somebody. */
export type PaperPart = keyof typeof myDataPaper.headings | keyof typeof myMatters.headings

/**
 * What is left once an account is cancelled. nameless: what happened stays, with their id alone; words and files that
 * tell of them are gone · removed: no document is left · asWas: said so on the page before, or no name is in it.
 */
type AfterCancelling = 'nameless' | 'removed' | 'asWas'

export type PersonalData =
  | { readonly holdsNobody: string }
  | { readonly parts: readonly [PaperPart, ...PaperPart[]]; readonly cancelled: AfterCancelling }
  | { readonly notToldFor: string; readonly cancelled: AfterCancelling }

/**
 * Of every collection: where in "my data" (`print/my-data`) stands what it holds of a person, or why it stands
 * nowhere, and what cancelling (`forget-person.ts`) leaves of it. A new collection doesn't compile without a line here.
 */
export const personalData = {
  accounts: { parts: ['account', 'homes', 'proxies', 'charges'], cancelled: 'nameless' },
  areas: { holdsNobody: 'the map' },
  // The office's own list of flats, which it keeps whoever lives there.
  households: { parts: ['register'], cancelled: 'asWas' },
  estateCounts: { holdsNobody: 'numbers' },
  placeImports: { parts: ['imports'], cancelled: 'asWas' },
  appointments: { parts: ['roles'], cancelled: 'nameless' },
  trail: { parts: ['trail', 'deeds'], cancelled: 'nameless' },
  // Who looked stays for those who were looked at, under the name of then.
  accesses: { parts: ['accesses', 'looks'], cancelled: 'asWas' },
  invitations: { parts: ['codes'], cancelled: 'nameless' },
  removals: {
    notToldFor: 'the mark of a phone whose account is cancelled; of a house, not of an account',
    cancelled: 'asWas',
  },
  orders: { parts: ['asked', 'helped', 'touched'], cancelled: 'nameless' },
  certificates: { parts: ['certificates'], cancelled: 'nameless' },
  digests: { notToldFor: 'whom a message has still to be sent to, for an hour', cancelled: 'asWas' },
  handbooks: { parts: ['handbook'], cancelled: 'nameless' },
  guideAnswers: { holdsNobody: 'that somebody asked, not who' },
  series: { parts: ['series'], cancelled: 'nameless' },
  messages: { parts: ['messages'], cancelled: 'nameless' },
  mediaChecks: { notToldFor: 'what WeChat was asked of a file, until it answers', cancelled: 'asWas' },
  readMarks: { parts: ['marks'], cancelled: 'removed' },
  groups: { parts: ['rules'], cancelled: 'nameless' },
  cases: { parts: ['cases'], cancelled: 'nameless' },
  topics: { parts: ['topics'], cancelled: 'nameless' },
  promises: { parts: ['promises'], cancelled: 'nameless' },
  inbox: { parts: ['inbox'], cancelled: 'nameless' },
  notices: { parts: ['written'], cancelled: 'nameless' },
  // No name is in it, and what was read is counted.
  noticeReads: { parts: ['notices'], cancelled: 'asWas' },
  visits: { parts: ['visits'], cancelled: 'nameless' },
  signals: { notToldFor: 'a counter, without content', cancelled: 'asWas' },
} as const satisfies Record<CollectionName, PersonalData>
