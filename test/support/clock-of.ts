import type { TestCloud } from './test-cloud'

/** A moment as Beijing's clocks show it: `2025-03-05T10:00:00`. */
export const beijing = (text: string): number => Date.parse(`${text}+08:00`)

/** The timers of a cloud, as the clock strikes them. */
export const clockOf = (test: TestCloud) => ({
  /** Offers, claims, lateness, ratings, and the days of series. */
  minute: (): Promise<unknown> => test.cloud.timers.fire('timers', 'everyMinute'),
  /** Messages whose time has come. */
  post: (): Promise<unknown> => test.cloud.timers.fire('timers', 'everyTenSeconds'),
  morning: (): Promise<unknown> => test.cloud.timers.fire('timers', 'morning'),
  laterMorning: (): Promise<unknown> => test.cloud.timers.fire('timers', 'laterMorning'),
  set: (moment: string): void => test.cloud.clock.set(beijing(moment)),
})

/** Who was sent what since now: openid and template, oldest first. */
export function postOf({ cloud }: TestCloud): () => [openid: string, templateId: string][] {
  const before = cloud.outbox.list().length
  return () =>
    cloud.outbox
      .list()
      .slice(before)
      .map(({ openid, templateId }) => [openid, templateId])
}
