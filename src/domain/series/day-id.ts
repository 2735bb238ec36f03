import type { Series } from './schema'

type Which = Pick<Series, '_id'>

/** Ids of series are no longer, so that no two of them begin alike: as long as phones make them (see `newId`). */
export const longestSeriesId = 22

/** How the ids of the orders of all its days begin. */
export const dayIdsOf = ({ _id }: Which): string => `${_id.slice(0, longestSeriesId)}-`

/** The id of the order of a day: the same however often it is placed. @param day as `2026-11-22` */
export const occurrenceId = (series: Which, day: string): string =>
  `${dayIdsOf(series)}${day.replace(/-/g, '')}`

/** Is it kept for the day of a series? Then nobody's own order may take it: nobody would come that day. */
export const isDayId = (id: string): boolean => /-\d{8}$/.test(id)
