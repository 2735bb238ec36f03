import type * as z from 'zod'

/** What is wrong with a draft, in words, each field once; none where it can be saved. */
export function wrongFields<K extends string>(
  schema: z.ZodType,
  draft: unknown,
  words: Readonly<Record<K, string>>,
): string[] {
  const result = schema.safeParse(draft)
  const fields = result.error?.issues.map(({ path }) => String(path[0]) as K) ?? []
  return [...new Set(fields)].map((field) => words[field])
}
