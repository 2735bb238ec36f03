import { dispatch } from '@/copy/dispatch'
import { CallPhone } from '../call-phone'
import type { SheetProps } from './desk-sheet'
import { EventForm } from './event-form'
import { useSettle } from './use-settle'

/** Takes an order back from its volunteers, or off the desk altogether: both need a reason. */
export function TakeBackSheet({ order, event, onClose }: SheetProps & { event: 'withdraw' | 'cancel' }) {
  const { make, isRunning } = useSettle(onClose)
  return (
    <EventForm
      isDanger
      event={event}
      reasons={dispatch.reasons[event]}
      isRunning={isRunning}
      onConfirm={(note) => void make(event, order._id, { note })}
      onClose={onClose}
    />
  )
}

/** Now after all. */
export function ResumeSheet({ order, onClose }: SheetProps) {
  const { make, isRunning } = useSettle(onClose)
  return (
    <EventForm
      event="resume"
      isRunning={isRunning}
      onConfirm={() => void make('resume', order._id, {})}
      onClose={onClose}
    />
  )
}

/** Whoever has taken it is enough. */
export function CloseRosterSheet({ order, onClose }: SheetProps) {
  const { make, isRunning } = useSettle(onClose)
  return (
    <EventForm
      event="closeRoster"
      isRunning={isRunning}
      onConfirm={() => void make('closeRoster', order._id, {})}
      onClose={onClose}
    />
  )
}

/** What staff found when they asked after a low rating, or an unsafe visit; what was said stays. */
export function AskedAfterSheet({ order, event, onClose }: SheetProps & { event: 'followUp' | 'lookInto' }) {
  const { make, isRunning } = useSettle(onClose)
  return (
    <EventForm
      event={event}
      isRunning={isRunning}
      onConfirm={(finding) => void make(event, order._id, { finding })}
      onClose={onClose}
    >
      {order.mayCall && <CallPhone orderId={order._id} />}
    </EventForm>
  )
}
