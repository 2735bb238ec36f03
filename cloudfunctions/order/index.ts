import { serve } from '../_runtime/serve'
import { acceptOrder, takeOverOrder } from './actions/accept'
import { avoidOrder } from './actions/avoid'
import { checkIn } from './actions/check-in'
import { confirmPlan } from './actions/confirm-plan'
import { countDesk } from './actions/count-desk'
import { createOrder } from './actions/create'
import { listDeeds } from './actions/deeds'
import { dispatchOrder } from './actions/dispatch'
import { getOrder } from './actions/get'
import { glanceAtOrders } from './actions/glance'
import { newDoorCode } from './door-code'
import { handbookActions } from './handbook-actions'
import { leave } from './actions/leave'
import { listCalls } from './actions/list-calls'
import { listDesk } from './actions/list-desk'
import { listDesks } from './actions/list-desks'
import { listHall } from './actions/list-hall'
import { listPlaces } from './actions/list-places'
import { listStandIns } from './actions/list-stand-ins'
import { listInCare } from './actions/list-in-care'
import { listMine } from './actions/list-mine'
import { listTasks } from './actions/list-tasks'
import { loadByBuilding } from './actions/load-by-building'
import { mergeOrder } from './actions/merge'
import { numbersActions } from './numbers-actions'
import { planOrders } from './actions/plan'
import { previewOrder } from './actions/preview'
import { proposeStandIn } from './actions/propose-stand-in'
import { redirectOrder } from './actions/redirect'
import { remarkOrder } from './actions/remark'
import { seePhone } from './actions/see-phone'
import { seriesActions } from './series-actions'
import { splitOrder } from './actions/split'
import { suggestVolunteers } from './actions/suggest'
import { thanksWall } from './actions/thanks-wall'
import { transition } from './actions/transition'
import { transferOrder } from './actions/transfer'

const note = ({ note: words }: { note: string }) => ({ note: words })
const nothing = () => ({})

export const main = serve<'order'>({
  ...handbookActions,
  ...seriesActions,
  ...numbersActions,
  'order.create': createOrder,
  'order.preview': previewOrder,
  'order.get': getOrder,
  'order.glance': glanceAtOrders,
  'order.phone': seePhone,
  'order.listMine': listMine,
  'order.listTasks': listTasks,
  'order.listHall': listHall,
  'order.listDesk': listDesk,
  'order.countDesk': countDesk,
  'order.loadByBuilding': loadByBuilding,
  'order.listDesks': listDesks,
  'order.listPlaces': listPlaces,
  'order.suggest': suggestVolunteers,
  'order.plan': planOrders,
  'order.confirmPlan': confirmPlan,
  'order.dispatch': dispatchOrder,
  'order.withdraw': transition('order.withdraw', 'withdraw', note),
  'order.closeRoster': transition('order.closeRoster', 'closeRoster', nothing),
  'order.defer': transition('order.defer', 'defer', ({ until, note: words }) => ({ until, note: words })),
  'order.resume': transition('order.resume', 'resume', nothing),
  'order.redirect': redirectOrder,
  'order.transfer': transferOrder,
  'order.split': splitOrder,
  'order.merge': mergeOrder,
  'order.noShow': transition('order.noShow', 'noShow', ({ userId, note: words }) => ({
    userId,
    note: words,
  })),
  'order.accept': acceptOrder,
  'order.decline': transition('order.decline', 'decline', note),
  'order.release': transition('order.release', 'release', note),
  'order.proposeStandIn': proposeStandIn,
  'order.listStandIns': listStandIns,
  'order.takeOver': takeOverOrder,
  'order.checkIn': checkIn,
  'order.checkOut': leave('order.checkOut', 'checkOut', ({ happenedAt }) => ({
    happenedAt,
    note: '',
    photoFileIds: [],
  })),
  'order.complete': leave('order.complete', 'complete', ({ orderId: _orderId, ...done }) => done),
  'order.completeFor': transition(
    'order.completeFor',
    'completeFor',
    ({ orderId: _orderId, ...told }) => told,
  ),
  'order.rateVisit': transition('order.rateVisit', 'rateVisit', ({ orderId: _orderId, ...rating }) => rating),
  'order.nod': transition('order.nod', 'nod', nothing),
  'order.review': transition('order.review', 'review', ({ orderId: _orderId, ...review }) => review),
  'order.reopen': transition('order.reopen', 'reopen', ({ note: words }) => ({
    note: words,
    doorCode: newDoorCode(),
  })),
  'order.cancel': transition('order.cancel', 'cancel', note),
  'order.follow': transition('order.follow', 'follow', nothing),
  'order.declineStandIn': transition('order.declineStandIn', 'declineStandIn', nothing),
  'order.takeOffWall': transition('order.takeOffWall', 'takeOffWall', note),
  'order.correctHours': transition('order.correctHours', 'correctHours', ({ userId, minutes, reason }) => ({
    userId,
    minutes,
    note: reason,
  })),
  'order.thanksWall': thanksWall,
  'order.followUp': transition('order.followUp', 'followUp', ({ finding }) => ({ finding })),
  'order.lookInto': transition('order.lookInto', 'lookInto', ({ finding }) => ({ note: finding })),
  'order.callBack': transition('order.callBack', 'callBack', ({ userId, note: words }) => ({
    userId,
    note: words,
  })),
  'order.listCalls': listCalls,
  'order.listInCare': listInCare,
  'order.remark': remarkOrder,
  'order.avoid': avoidOrder,
  'order.deeds': listDeeds,
})
