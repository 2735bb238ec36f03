/** Somebody chosen to be called by name; nobody's id stands for everyone. */
export interface Called {
  userId: string | null
  name: string
}

const wordOf = ({ name }: Called): string => `@${name}`

/** Somebody has just typed the sign that calls: an @ where none was, not within an address of mail. */
export const hasBegunCall = (before: string, after: string): boolean =>
  after.length === before.length + 1 &&
  after.split('@').length > before.split('@').length &&
  !/[a-z0-9.]@$/i.test(after)

const openSign = /@(?=\s|$)/

/** Puts a name in: in the place of an @ that stands alone, else at the end. */
export function withCall(text: string, called: Called): string {
  const word = `${wordOf(called)} `
  return openSign.test(text) ? text.replace(openSign, () => word) : `${text}${word}`
}

/** Whom the words still call: a name that was rubbed out is no call. */
export function callsOf(
  text: string,
  chosen: readonly Called[],
): { mentionIds: string[]; mentionsAll: boolean } {
  const left = chosen.filter((called) => text.includes(wordOf(called)))
  const ids = left.map(({ userId }) => userId).filter((userId) => userId !== null)
  return {
    mentionIds: [...new Set(ids)].slice(0, 20),
    mentionsAll: left.some(({ userId }) => userId === null),
  }
}
