import { csvColumns, csvHeader, csvMoment, yesWord } from '@/copy/numbers'
import { latenessWords, statusNames } from '@/copy/order'
import { byteOrderMark, csvText, type Cell } from '@/domain/numbers/csv'
import { minutesToAccept, minutesToFinish } from '@/domain/numbers/figures'
import { canSeeNumbers } from '@/domain/numbers/policy'
import { creditedInAll } from '@/domain/order/hours'
import type { Order } from '@/domain/order/schema'
import { action } from '../../../_runtime/serve'
import { communitiesIn, inPeriod } from './scope'

/** Lines of a page: some 80 KB. */
const pageSize = 500

/** No names, phones, doors, nor words that may hold them. */
const fields = [
  '_id',
  'createdAt',
  'createdKey',
  'service',
  'areaName',
  'urgent',
  'status',
  'dueAt',
  'activity',
  'completedAt',
  'lateness',
  'reopenedCount',
  'people',
  'takers',
  'served',
  'review',
] as const satisfies readonly (keyof Order)[]
type Line = Pick<Order, (typeof fields)[number]>

export const exportCsv = action('numbers.csv', {
  fetch: ({ store, input }) => communitiesIn(store, input.areaPath),
  load: async (_call, communities) => communities,
  allow: (actor, _communities, { areaPath }) => canSeeNumbers(actor, areaPath),
  handle: async ({ input, store }, communities) => {
    const found = await store.orders.findParts(inPeriod(communities, input, input.cursor), fields, {
      orderBy: ['createdKey', 'desc'],
      limit: pageSize + 1,
    })
    const lines = found.slice(0, pageSize)
    const rows = lines.map((line) => csvColumns.map((column) => cells[column](line)))
    const head =
      input.cursor === null ? byteOrderMark + csvText([csvColumns.map((name) => csvHeader[name])]) : ''
    return {
      text: head + csvText(rows),
      nextCursor: found.length > pageSize ? (lines.at(-1)?.createdKey ?? null) : null,
    }
  },
})

const cells: Readonly<Record<(typeof csvColumns)[number], (line: Line) => Cell>> = {
  orderId: ({ _id }) => _id,
  createdAt: ({ createdAt }) => csvMoment(createdAt),
  service: ({ service }) => service.name,
  place: ({ areaName }) => areaName,
  urgent: ({ urgent }) => (urgent ? yesWord : ''),
  status: ({ status }) => statusNames[status],
  dueAt: ({ dueAt }) => csvMoment(dueAt),
  completedAt: ({ completedAt }) => (completedAt === null ? null : csvMoment(completedAt)),
  minutesToAccept,
  minutesToFinish,
  lateness: ({ lateness }) => latenessWords[lateness] ?? '',
  reopened: ({ reopenedCount }) => reopenedCount,
  people: ({ takers }) => takers.length,
  servedMinutes: creditedInAll,
  stars: ({ review }) => review?.stars ?? null,
}
