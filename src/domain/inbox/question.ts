import type { InboxKind } from './schema'

/**
 * Does a message ask for an answer? By the marks and words with which people ask; wrong now and then, so it is shown
 * as something to look at, never as something someone must do.
 * @param asking what a question holds (`copy/asking.ts`)
 */
export const isQuestion = (text: string, asking: RegExp): boolean =>
  text.trim().length >= 3 && asking.test(text.trim())

/** What a text in a group is for those who look after it, unless it is nothing. @param isCall it calls one of them */
export function inboxKindOf(
  text: string,
  { asking, isCall }: { readonly asking: RegExp; readonly isCall: boolean },
): InboxKind | null {
  if (isCall) return 'mention'
  return isQuestion(text, asking) ? 'question' : null
}
