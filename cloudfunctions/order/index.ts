import { serve } from '../_runtime/serve'
import { countDesk } from './actions/count-desk'
import { createOrder } from './actions/create'
import { dispatchOrder } from './actions/dispatch'
import { getOrder } from './actions/get'
import { listDesk } from './actions/list-desk'
import { listHall } from './actions/list-hall'
import { listMine } from './actions/list-mine'
import { listTasks } from './actions/list-tasks'
import { suggestVolunteers } from './actions/suggest'
import { transition } from './actions/transition'

export const main = serve<'order'>({
  'order.create': createOrder,
  'order.get': getOrder,
  'order.listMine': listMine,
  'order.listTasks': listTasks,
  'order.listHall': listHall,
  'order.listDesk': listDesk,
  'order.countDesk': countDesk,
  'order.suggest': suggestVolunteers,
  'order.dispatch': dispatchOrder,
  'order.accept': transition('order.accept', 'accept', () => ({})),
  'order.decline': transition('order.decline', 'decline', ({ note }) => ({ note })),
  'order.withdraw': transition('order.withdraw', 'withdraw', ({ note }) => ({ note })),
  'order.release': transition('order.release', 'release', ({ note }) => ({ note })),
  'order.checkIn': transition('order.checkIn', 'checkIn', () => ({})),
  'order.complete': transition('order.complete', 'complete', ({ note, photoFileIds }) => ({
    note,
    photoFileIds,
  })),
  'order.review': transition('order.review', 'review', ({ stars, tags, words }) => ({ stars, tags, words })),
  'order.reopen': transition('order.reopen', 'reopen', ({ note }) => ({ note })),
  'order.cancel': transition('order.cancel', 'cancel', ({ note }) => ({ note })),
})
