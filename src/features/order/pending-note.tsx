import { View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { QuietButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { errorWords } from '@/copy/errors'
import { shortMoment } from '@/copy/time'
import { pendingWords } from '@/copy/volunteer'
import { AppError } from '@/domain/shared/errors'
import { useNow } from '@/platform/use-now'
import { removePending, usePendingEvents, type PendingEvent } from './pending-events'
import styles from './pending-note.module.scss'

/** What this phone has kept, of one order or of all: it goes out by itself; what was refused is said, and kept. */
export function PendingNotes({ orderId }: { orderId?: string }) {
  const events = usePendingEvents().filter(({ input }) => orderId === undefined || input.orderId === orderId)
  return (
    <View {...aria('status')} aria-live="polite">
      {events.map((event) => (
        <PendingNote key={event.requestId} event={event} isNamed={orderId === undefined} />
      ))}
    </View>
  )
}

function PendingNote({ event, isNamed }: { event: PendingEvent; isNamed: boolean }) {
  const now = useNow()
  const { day, clock } = shortMoment(event.happenedAt, now)
  const isRefused = event.state === 'refused'
  const what = pendingWords.what[event.event](`${day} ${clock}`)
  return (
    <View className={isRefused ? styles.refused : styles.note}>
      <Icon name={isRefused ? 'notice' : 'clock'} size="small" colour={isRefused ? 'vest' : 'amber'} />
      <View className={styles.words}>
        {isNamed && <View className={styles.title}>{event.title}</View>}
        <View>{isRefused ? what : `${what}，${pendingWords.later}`}</View>
        {event.event === 'complete' && event.input.note !== '' && <View>{event.input.note}</View>}
        {isRefused && (
          <View>
            <View>{`${errorWords(new AppError(event.refusal ?? 'Conflict'))}。${pendingWords.refusedHint}`}</View>
            <QuietButton isCompact onClick={() => removePending(event.requestId)}>
              {pendingWords.seen}
            </QuietButton>
          </View>
        )}
      </View>
    </View>
  )
}
