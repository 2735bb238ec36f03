import { ConfirmSheet } from '@/components/confirm-sheet'
import { eventWords } from '@/copy/order-events'
import type { OrderView } from '@/domain/order/present'
import { useCommand } from '@/features/session/use-command'
import { CheckInSheet } from './check-in-sheet'
import { CompleteSheet } from './complete-sheet'
import type { TapEvent } from './next-event'
import { RateVisitSheet } from './rate-visit-sheet'
import { ReviewSheet } from './review-sheet'
import { StandInSheet } from './stand-in-sheet'
import { useDoorEvents } from './use-door-event'
import { useOrderEvents } from './use-order-event'

interface EventSheetProps {
  order: OrderView
  event: TapEvent
  onClose: () => void
}

/** What an event asks for before it happens; mount it to open it. */
export function EventSheet({ order, event, onClose }: EventSheetProps) {
  const { make, isRunning } = useOrderEvents()
  const door = useDoorEvents()
  const avoid = useCommand('order.avoid')
  const shared = { isRunning: isRunning || door.isRunning, onClose }
  const settle = (done: Promise<boolean>): void => void done.then((isDone) => isDone && onClose())
  switch (event) {
    case 'checkIn':
      return <CheckInSheet {...shared} onSubmit={(code) => settle(door.checkIn(order, code))} />
    case 'complete':
      return <CompleteSheet {...shared} onSubmit={(done) => settle(door.complete(order, done))} />
    case 'review':
      return <ReviewSheet {...shared} onSubmit={(review) => settle(make('review', order._id, review))} />
    case 'rateVisit':
      return (
        <RateVisitSheet
          {...shared}
          onSubmit={(rating, isAvoided) => {
            if (isAvoided) void avoid.run({ orderId: order._id })
            settle(make('rateVisit', order._id, rating))
          }}
        />
      )
    case 'proposeStandIn':
      return (
        <StandInSheet
          {...shared}
          orderId={order._id}
          onSubmit={(volunteerId) => settle(make('proposeStandIn', order._id, { volunteerId }))}
        />
      )
    default:
      return <WordsSheet order={order} event={event} onClose={onClose} />
  }
}

/** Asks in words, or only for a yes. */
function WordsSheet({ order, event, onClose }: EventSheetProps) {
  const { make, isRunning } = useOrderEvents()
  const { button, consequence, reason } = eventWords[event]
  const confirm = (note: string): void =>
    void make(event, order._id, extraOf(order, event, note) as never).then((isDone) => isDone && onClose())
  return (
    <ConfirmSheet
      isOpen
      isDanger={dangerous.some((one) => one === event)}
      title={button}
      consequence={consequence}
      reason={reason === '' ? undefined : { label: reason }}
      confirmWords={button}
      isRunning={isRunning}
      onConfirm={confirm}
      onClose={onClose}
    />
  )
}

const dangerous = [
  'takeOffWall',
  'cancel',
  'withdraw',
  'release',
  'decline',
  'noShow',
] as const satisfies TapEvent[]

/** What goes with the words: whom it is about, where there is only one it can be. */
function extraOf(order: OrderView, event: TapEvent, note: string): object {
  if (event === 'noShow') {
    const absent = order.takers.find(({ checkedInAt }) => checkedInAt === null)
    return { note, userId: absent?.userId ?? '' }
  }
  if (event === 'callBack') return { note, userId: order.unreached[0]?.to ?? '' }
  if (event === 'followUp') return { finding: note }
  return eventWords[event].reason === '' ? {} : { note }
}
