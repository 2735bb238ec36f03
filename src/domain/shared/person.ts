import * as z from 'zod'

/** Somebody, and what they were called then: the one form in which matters name people, so that all can be forgotten alike. */
export const personRefSchema = z.object({ userId: z.string(), name: z.string() })
export type PersonRef = z.infer<typeof personRefSchema>

/** The same for a phone: a name without an id. */
export const personNameSchema = personRefSchema.omit({ userId: true })

export const refOf = ({ _id, nickname }: { readonly _id: string; readonly nickname: string }): PersonRef => ({
  userId: _id,
  name: nickname,
})

const isRef = (value: object): value is PersonRef =>
  typeof (value as Partial<PersonRef>).userId === 'string' &&
  typeof (value as Partial<PersonRef>).name === 'string'

/** The ids of everybody whom a document names, however deep: what it is found by once one of them has to be forgotten. */
export function personIdsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = isRef(value) ? [value.userId] : []
  return [...new Set([...own, ...Object.values(value as object).flatMap(personIdsIn)])]
}

/**
 * A document in which somebody is called otherwise, wherever it names them.
 * @param name what stands in the place of theirs
 */
export function forgetPerson<T>(value: T, userId: string, name: string): T {
  if (Array.isArray(value)) return value.map((one: unknown) => forgetPerson(one, userId, name)) as T
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([key, field]) => [key, forgetPerson(field, userId, name)])
  const copy = Object.fromEntries(fields) as T & object
  return isRef(copy) && copy.userId === userId ? { ...copy, name } : copy
}
