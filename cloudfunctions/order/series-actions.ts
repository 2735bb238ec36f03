import type { ActionsOf } from '@/domain/contracts'
import { can } from '@/domain/order/policy'
import { occurrenceId } from '@/domain/series/day-id'
import { canPledge, mayHaveLeft } from '@/domain/series/policy'
import { AppError } from '@/domain/shared/errors'
import { command } from '../_runtime/sdk'
import type { Handlers } from '../_runtime/serve'
import { change } from './actions/series/change'
import { createSeries } from './actions/series/create'
import { listSeriesHelpers } from './actions/series/helpers'
import { listSeries } from './actions/series/list'
import { carryOut } from './carry-out'
import { likeItsDays, mayStand } from './standing'

/** More of its days are never open at once. */
const mostOpen = 100

/** One order that others moved on meanwhile keeps nothing from the rest. */
function unlessMovedOn(error: unknown): void {
  if (!(error instanceof AppError && error.code === 'Conflict')) throw error
}

export const seriesActions: Pick<Handlers<'order'>, Extract<ActionsOf<'order'>, `series.${string}`>> = {
  'series.create': createSeries,
  'series.list': listSeries,
  'series.skip': change('series.skip', {
    fields: ({ input }, { skipped }) => ({ skipped: [...new Set([...skipped, input.day])].slice(-200) }),
    follow: async (call, series) => {
      const order = await call.store.orders.get(occurrenceId(series, call.input.day))
      if (order && can(call.actor, 'cancel', order))
        await carryOut(call, order, 'cancel', { note: '' }).catch(unlessMovedOn)
    },
  }),
  'series.stop': change('series.stop', {
    fields: () => ({ isActive: false }),
    follow: async (call, { _id, requesterId }) => {
      const open = await call.store.orders.find(
        { helpedIds: requesterId, phase: command.in(['waiting', 'later', 'moving']), seriesId: _id },
        { limit: mostOpen },
      )
      const toCancel = open.filter((order) => can(call.actor, 'cancel', order))
      await Promise.all(
        toCancel.map((order) => carryOut(call, order, 'cancel', { note: '' }).catch(unlessMovedOn)),
      )
    },
  }),
  'series.setVolunteer': change('series.setVolunteer', {
    fields: async ({ input, now, store }, series, asked) => {
      if (input.volunteerId === null) return { volunteer: null }
      const [handbook, volunteer] = await Promise.all([asked, store.accounts.get(input.volunteerId)])
      const isFit = volunteer && mayStand(volunteer, likeItsDays(series, handbook, now))
      if (!isFit) throw new AppError('NotFound', { what: 'volunteer' })
      const hasAgreed = series.volunteer?.userId === volunteer._id && series.volunteer.hasAgreed
      return { volunteer: { userId: volunteer._id, name: volunteer.nickname, hasAgreed } }
    },
  }),
  'series.pledge': change('series.pledge', {
    allow: (actor, series, { pledge }) =>
      canPledge(actor, series) || (pledge === 'leave' && mayHaveLeft(actor, series)),
    fields: ({ input: { pledge } }, { volunteer }) => {
      if (!volunteer) return null
      return { volunteer: pledge === 'leave' ? null : { ...volunteer, hasAgreed: pledge === 'each' } }
    },
    follow: async (call, series) => {
      if (call.input.pledge !== 'each') return
      const asked = await call.store.orders.find({ offeredIds: call.actor._id }, { limit: mostOpen })
      const toTake = asked.filter(
        (order) => order.seriesId === series._id && can(call.actor, 'accept', order),
      )
      await Promise.all(toTake.map((order) => carryOut(call, order, 'accept', {}).catch(unlessMovedOn)))
    },
  }),
  'series.helpers': listSeriesHelpers,
}
