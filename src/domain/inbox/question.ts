import type { SaidBody } from '../chat/schema'
import type { InboxKind } from './schema'

/**
 * Does a message ask for an answer? By the marks and words with which people ask; wrong now and then, so it is shown
 * as something to look at, never as something someone must do.
 * @param asking what a question holds (`copy/asking.ts`)
 */
export const isQuestion = (text: string, asking: RegExp): boolean =>
  text.trim().length >= 3 && asking.test(text.trim())

/**
 * What something said in a group is for those who look after it, unless it is nothing. A voice can't be looked at, nor
 * can it call anybody: whatever it says, somebody listens to it. A picture speaks to whom it answers.
 * @param isCall it calls one of them, or answers one of them
 * @param isTheirs one of themselves said it: they ask each other by name
 */
export function inboxKindOf(
  body: SaidBody,
  {
    asking,
    isCall,
    isTheirs,
  }: { readonly asking: RegExp; readonly isCall: boolean; readonly isTheirs: boolean },
): InboxKind | null {
  if (isCall) return 'mention'
  if (isTheirs || body.kind === 'image') return null
  return body.kind === 'voice' || isQuestion(body.text, asking) ? 'question' : null
}
