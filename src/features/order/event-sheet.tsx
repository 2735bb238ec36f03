import { useState } from 'react'
import { Choices } from '@/components/choices'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { Sheet } from '@/components/sheet'
import { orderWords } from '@/copy/order'
import { eventWords } from '@/copy/order-events'
import type { Named } from '@/domain/order/parts'
import type { OrderView } from '@/domain/order/present'
import { isOwnThanks } from '@/domain/order/schema'
import { useCommand } from '@/features/session/use-command'
import { useSession } from '@/features/session/use-session'
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
    case 'noShow':
      return <NoShowSheet order={order} onClose={onClose} />
    default:
      return <WordsSheet order={order} event={event} onClose={onClose} />
  }
}

/** Who did not come: asked first where it can be one of several. */
function NoShowSheet({ order, onClose }: Omit<EventSheetProps, 'event'>) {
  const absent = order.takers.filter(({ checkedInAt }) => checkedInAt === null)
  const [whom, setWhom] = useState(absent.length === 1 ? absent[0] : undefined)
  if (whom) return <WordsSheet order={order} event="noShow" whom={whom} onClose={onClose} />
  return (
    <Sheet isOpen title={orderWords.whoAbsent} onClose={onClose}>
      <Choices
        choices={absent.map((taker) => ({ value: taker, label: taker.name }))}
        isChosen={() => false}
        onChoose={setWhom}
      />
    </Sheet>
  )
}

/** Asks in words, or only for a yes. */
function WordsSheet({ order, event, whom, onClose }: EventSheetProps & { whom?: Named }) {
  const { make, isRunning: isMaking } = useOrderEvents()
  const door = useDoorEvents()
  const { account } = useSession()
  const isRunning = isMaking || door.isRunning
  const { button, consequence, reason } = eventWords[event]
  const isOwn = event === 'takeOffWall' && isOwnThanks(account?._id ?? '', order)
  const confirm = (note: string): void => {
    const done =
      event === 'checkOut'
        ? door.checkOut(order)
        : make(event, order._id, {
            ...extraOf(order, event, note),
            ...(whom && { userId: whom.userId }),
          } as never)
    void done.then((isDone) => isDone && onClose())
  }
  return (
    <ConfirmSheet
      isOpen
      isDanger={dangerous.some((one) => one === event)}
      title={whom ? `${button}：${whom.name}` : button}
      consequence={consequence}
      reason={reason === '' || isOwn ? undefined : { label: reason }}
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
  if (event === 'callBack') return { note, userId: order.unreached[0]?.to ?? '' }
  if (event === 'followUp' || event === 'lookInto') return { finding: note }
  return eventWords[event].reason === '' ? {} : { note }
}
