import { myDataPaper as words } from '@/copy/my-data'
import { roleNames } from '@/copy/people'
import type { Account } from '@/domain/account/schema'
import type { Role } from '@/domain/shared/role'
import type { Timestamp } from '@/domain/shared/time'
import type { RowsSection } from '../papers/rows'

export type Row = RowsSection['rows'][number]
export type At = (moment: Timestamp) => string

export const joined = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(' · ')

/** What a group is called here: by its place where one lives there, else by its kind. */
export const groupNames = ({ memberships }: Account): ((groupPath: string) => string) => {
  const names = new Map<string, string>(memberships.map(({ areaName, areaPath }) => [areaPath, areaName]))
  return (groupPath) =>
    names.get(groupPath) ?? (groupPath.startsWith('order:') ? words.inThread : words.inGroup)
}

/** Newest first: what an index finds by a name comes in no order. */
export const newestFirst = (rows: readonly (readonly [Timestamp, string])[], at: At): Row[] =>
  [...rows].sort(([a], [b]) => b - a).map(([moment, value]): Row => [at(moment), value])

export const isRole = (role: string | null): role is Role => role !== null && Object.hasOwn(roleNames, role)
