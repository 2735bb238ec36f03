import type { StreetEventKind } from '../copy'
import type { StreetEvent } from './contract'

/** A phone in somebody's hand. `role` is what they are, in plain words. */
export interface Holder {
  persona: string
  name: string
  role: string
}

/** Who acted, and whose phone has news of it. */
export type Light = 'acts' | 'hears'

type Ear = 'named' | 'staff' | 'volunteers' | 'leaders' | 'requester' | 'place' | 'everyone'

const ears = {
  'order.create': ['staff'],
  'order.dispatch': ['volunteers', 'requester'],
  'order.withdraw': ['volunteers', 'requester'],
  'order.closeRoster': ['staff', 'volunteers', 'requester'],
  'order.defer': ['requester'],
  'order.resume': ['requester'],
  'order.redirect': ['requester'],
  'order.transfer': ['requester'],
  'order.split': ['requester'],
  'order.merge': ['requester'],
  'order.noShow': ['staff', 'volunteers'],
  'order.accept': ['staff', 'requester'],
  'order.decline': ['staff'],
  'order.release': ['staff', 'requester'],
  'order.proposeStandIn': ['volunteers'],
  'order.takeOver': ['volunteers', 'requester'],
  'order.declineStandIn': ['volunteers'],
  'order.checkIn': ['staff', 'requester'],
  'order.checkOut': ['staff', 'requester'],
  'order.complete': ['staff', 'requester'],
  'order.completeFor': ['requester', 'volunteers'],
  'order.rateVisit': ['staff'],
  'order.nod': ['volunteers'],
  'order.review': ['staff', 'volunteers'],
  'order.reopen': ['staff', 'volunteers'],
  'order.cancel': ['staff', 'volunteers'],
  'order.follow': ['staff'],
  'order.followUp': [],
  'order.lookInto': [],
  'order.takeOffWall': ['place'],
  'order.correctHours': ['volunteers'],
  'order.callBack': ['requester'],
  'order.remark': ['staff', 'volunteers', 'requester'],
  'order.advance': ['staff', 'volunteers', 'requester'],
  'order.wake': ['staff'],
  'order.lapse': ['staff'],
  'order.escalate': ['staff', 'leaders'],
  'order.expire': ['staff', 'requester'],
  'order.refusePhoto': ['staff', 'volunteers', 'requester'],
  'order.refuseVoice': ['staff', 'volunteers', 'requester'],
  'person.joined': ['leaders'],
  'person.confirmed': ['named', 'place'],
  'person.declined': ['named'],
  'person.vouchOverdue': ['staff', 'leaders'],
  'person.left': ['leaders'],
  'person.removed': ['named'],
  'person.moved': ['leaders'],
  'person.leaseEnded': ['named', 'leaders'],
  'person.registered': ['leaders'],
  'person.tookOver': ['leaders'],
  'person.proxyNamed': ['named'],
  'person.merged': ['named'],
  'person.roleApplied': ['staff'],
  'person.roleProposed': ['staff', 'named'],
  'person.roleSigned': ['staff', 'named'],
  'person.roleRefused': ['named'],
  'person.roleEnded': ['named'],
  'person.roleHandedOver': ['named'],
  'topic.opened': ['place'],
  'topic.settled': ['place'],
  'topic.reopened': ['place'],
  'promise.made': ['place'],
  'promise.delayed': ['place'],
  'promise.kept': ['place'],
  'house.hours': ['place'],
  'house.noHours': ['place'],
  'house.wechatCode': ['place'],
  'house.noWechatCode': ['place'],
  'house.refusedWechatCode': ['place'],
  'case.removed': ['place', 'named', 'staff'],
  'case.silenced': ['named', 'staff'],
  'case.appealed': ['staff', 'leaders'],
  'case.upheld': ['named', 'leaders'],
  'case.revoked': ['named', 'leaders', 'place'],
  messageOrder: ['staff', 'place'],
  orderAsk: ['named'],
  noticeReminded: ['everyone'],
  noticeWithdrawn: ['everyone'],
  visitDone: ['staff', 'leaders'],
  message: ['place'],
  notice: ['everyone'],
  noticeRead: [],
} as const satisfies Record<StreetEventKind, readonly Ear[]>

/** 幸福里小区 4栋2单元 → 4栋 */
export const buildingIn = (words: string): string | undefined => /\d+[栋幢]/.exec(words)?.[0]

const hears = {
  named: ({ name }, { text }) => name === text,
  staff: ({ role }) => role.includes('社区'),
  volunteers: ({ role }) => role.includes('志愿'),
  leaders: ({ role }) => role.includes('格长'),
  requester: ({ name }, { requester }) => name === requester,
  place: ({ role }, { place }) => {
    const home = buildingIn(role)
    return home !== undefined && home === (buildingIn(place) ?? home)
  },
  everyone: () => true,
} as const satisfies Record<Ear, (holder: Holder, event: StreetEvent) => boolean>

/** Whether an event lights somebody's phone. */
export function lightOf(holder: Holder, event: StreetEvent): Light | null {
  if (holder.name === event.actor) return 'acts'
  return ears[event.kind].some((ear) => hears[ear](holder, event)) ? 'hears' : null
}
