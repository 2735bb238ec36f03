import type { ActionsOf } from '@/domain/contracts'
import { can } from '@/domain/order/policy'
import { AppError } from '@/domain/shared/errors'
import { holdsRole } from '@/domain/shared/role'
import type { Handlers } from '../_runtime/serve'
import { change } from './actions/series/change'
import { createSeries } from './actions/series/create'
import { listSeries } from './actions/series/list'
import { carryOut } from './carry-out'
import { occurrenceId } from './occurrence'

export const seriesActions: Pick<Handlers<'order'>, Extract<ActionsOf<'order'>, `series.${string}`>> = {
  'series.create': createSeries,
  'series.list': listSeries,
  'series.skip': change('series.skip', {
    fields: ({ input }, { skipped }) => ({ skipped: [...new Set([...skipped, input.day])].slice(-200) }),
    follow: async (call, series) => {
      const order = await call.store.orders.get(occurrenceId(series, call.input.day))
      if (order && can(call.actor, 'cancel', order)) await carryOut(call, order, 'cancel', { note: '' })
    },
  }),
  'series.stop': change('series.stop', { fields: () => ({ isActive: false }) }),
  'series.setVolunteer': change('series.setVolunteer', {
    fields: async ({ input, store }, series) => {
      if (input.volunteerId === null) return { volunteer: null }
      const volunteer = await store.accounts.get(input.volunteerId)
      const isHere = volunteer && holdsRole(volunteer.roles, ['volunteer'], series.wish.homePath)
      if (!isHere || volunteer._id === series.requesterId)
        throw new AppError('NotFound', { what: 'volunteer' })
      return { volunteer: { userId: volunteer._id, name: volunteer.nickname } }
    },
  }),
}
