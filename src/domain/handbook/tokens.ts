/** Han characters; as code points, since old phones know no `\p{Script=Han}`. */
const han = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/
const pieces = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+|[a-z0-9]+/g

/** Words that every request has and that tell none from another; longer ones first. */
const empty =
  /能不能|可不可以|有没有|怎么办|帮个忙|帮我个忙|麻烦你|志愿者|想请人|我想|想要|请人|找人|帮忙|帮我|谁能|可以|怎么|一下|一个|一点|一些|我们|咱们|我家|家里|家的|不好意思|谢谢|的|了|吗|呢|吧|啊|呀|嘛|我|您|你|他|她|它|咱|是|又|也|都|就|很|太|还|给|让|请|想|要|帮|个|些|这|那|在|到|和|跟|着|把/g

/** What someone means, without what they say to be polite. "请" alone is left with nothing. */
export const essenceOf = (text: string): string => text.toLowerCase().replace(empty, '')

/**
 * Terms to index and to look for: pairs of neighbouring Han characters and the single ones (Chinese is written
 * without spaces, and pairs find its words well: Nie, Gao, Zhang, Zhou: On the Use of Words and N-grams for
 * Chinese Information Retrieval, 2000), and whole words of letters and digits.
 */
export function termsOf(text: string): string[] {
  const found = essenceOf(text).match(pieces) ?? []
  return found.flatMap((piece) => (han.test(piece) ? [...pairsOf(piece), ...piece.split('')] : [piece]))
}

const pairsOf = (piece: string): string[] =>
  Array.from({ length: Math.max(0, piece.length - 1) }, (_, index) => piece.slice(index, index + 2))

/** One Han character alone says little. */
export const isWeak = (term: string): boolean => term.length === 1 && han.test(term)
