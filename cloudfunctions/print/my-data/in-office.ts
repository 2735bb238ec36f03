import { changeWords } from '@/copy/handbook'
import { purposeNames } from '@/copy/invite'
import { trailNames } from '@/copy/my-data'
import { lookNames, myMatters as words } from '@/copy/my-data-matters'
import { activityWords } from '@/copy/order-events'
import { relationNames, roleNames } from '@/copy/people'
import type { Account } from '@/domain/account/schema'
import { plainName } from '@/domain/shared/text'
import type { Timestamp } from '@/domain/shared/time'
import { isRole, joined, newestFirst, type At, type Row } from './row'
import type { MyData } from './read'

type Line = readonly [Timestamp, string]

/** Whether the office's list of flats says my name; of the others on it nothing. */
export const registerRows = ({ realName }: Account, { register }: MyData): Row[] =>
  register.map(({ areaName, isUnlisted, register: entries, roomNumber }) => {
    const mine = entries.filter(({ name }) => realName !== null && plainName(name) === plainName(realName))
    const relations = mine.map(({ relation }) => words.registered(relationNames[relation]))
    return [
      [areaName, roomNumber].join(' '),
      joined(
        ...(relations.length > 0 ? relations : [words.notRegistered]),
        isUnlisted ? words.unlisted : null,
      ),
    ]
  })

/** Orders in which I only had a hand: offered to me, given out, looked after; of whom it was for, nothing. */
export function touchedRows({ _id }: Account, { asked, served, taken, touched }: MyData, at: At): Row[] {
  const told = new Set([...asked, ...served, ...taken].map((order) => order._id))
  return touched
    .filter((order) => !told.has(order._id))
    .map((order) => {
      const own = order.activity.filter(({ by }) => by === _id).map(({ event }) => activityWords(event))
      return [at(order.createdAt), joined(order.service.name, ...(own.length > 0 ? own : [words.asked]))]
    })
}

/** What I did to others' homes and roles: not whose, nor what I wrote of them. */
export const deedRows = ({ _id }: Account, { deeds }: MyData, at: At): Row[] =>
  deeds
    .filter(({ userId }) => userId !== _id)
    .map(({ areaName, at: moment, event, role }) => [
      at(moment),
      joined(words.aNeighbour, trailNames[event], isRole(role) ? roleNames[role] : null, areaName),
    ])

export const lookRows = ({ looks }: MyData, at: At): Row[] =>
  looks.map(({ areaName, at: moment, kind }) => [at(moment), joined(lookNames[kind], areaName)])

/** Codes that I made: for which flat or person only their own page says. */
export function codeRows({ forTakeover, made }: MyData, at: At): Row[] {
  const lines = [
    ...made.map(({ areaName, createdAt, maxUses, revokedAt, target, usedCount }): Line => [
      createdAt,
      joined(
        purposeNames[target.kind],
        areaName,
        words.used(usedCount, maxUses),
        revokedAt === null ? null : words.revoked,
      ),
    ]),
    ...forTakeover.map(({ areaName, createdAt }): Line => [createdAt, joined(words.forMe, areaName)]),
  ]
  return newestFirst(lines, at)
}

export const importRows = ({ imports }: MyData, at: At): Row[] =>
  imports.map(({ at: moment, done, total }) => [at(moment), words.rows(done, total)])

export function handbookRows({ _id }: Account, { handbooks }: MyData, at: At): Row[] {
  const lines = handbooks.flatMap(({ trail }) => trail.filter(({ by }) => by === _id))
  return newestFirst(
    lines.map(({ at: moment, change, note }): Line => [moment, joined(changeName(change), note)]),
    at,
  )
}

const changeName = (change: string): string =>
  Object.entries<string>(changeWords).find(([name]) => name === change)?.[1] ?? change
