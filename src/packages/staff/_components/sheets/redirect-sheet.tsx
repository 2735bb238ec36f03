import { View } from '@tarojs/components'
import { useState } from 'react'
import { ErrorState } from '@/components/error-state'
import { Skeleton } from '@/components/skeleton'
import { TextField } from '@/components/text-field'
import { deskWords } from '@/copy/dispatch'
import type { HandbookView } from '@/domain/handbook/contract'
import type { GuideEntry } from '@/domain/handbook/schema'
import { searchHandbook } from '@/domain/handbook/search'
import { PickRow, PickWords } from '@/features/dispatch/pick-row'
import { titleOf } from '@/features/order/title'
import { useAction } from '@/features/session/use-action'
import type { SheetProps } from './desk-sheet'
import { EventForm } from './event-form'
import styles from './sheets.module.scss'
import { useSettle } from './use-settle'

/** The value that stands for "no guide entry: to the incidents". */
const incident = null

/** What fits the words first, then the rest; with words of one's own only what has them. */
function entriesFor(handbook: HandbookView, title: string, sought: string): GuideEntry[] {
  if (sought !== '') {
    return handbook.guide.filter(({ matter, name, words }) =>
      [matter, name, ...words].some((word) => word.includes(sought)),
    )
  }
  const first = searchHandbook(handbook, title).guide
  return [...first, ...handbook.guide.filter((entry) => !first.includes(entry))]
}

/** Whose job it is, by the responsibility guide, with their number; or it becomes an incident. */
export function RedirectSheet({ order, onClose }: SheetProps) {
  const query = useAction('handbook.get', { communityPath: order.communityPath })
  const [sought, setSought] = useState('')
  const [guideId, setGuideId] = useState<string | null | undefined>(undefined)
  const { make, isRunning } = useSettle(onClose)
  const handbook = query.data?.handbook
  const entries = handbook ? entriesFor(handbook, titleOf(order), sought.trim()) : []
  return (
    <EventForm
      event="redirect"
      isReady={guideId !== undefined}
      isRunning={isRunning}
      onConfirm={(note) => guideId !== undefined && void make('redirect', order._id, { guideId, note })}
      onClose={onClose}
    >
      <TextField
        label={deskWords.toWhom}
        placeholder={deskWords.findWhom}
        value={sought}
        onChange={setSought}
      />
      {!handbook &&
        (query.error ? <ErrorState error={query.error} onRetry={query.refetch} /> : <Skeleton count={1} />)}
      {handbook && (
        <View className={styles.rows}>
          {entries.map(({ id, matter, name, phone, hours }) => (
            <PickRow
              key={id}
              label={`${matter} ${name}`}
              isChosen={guideId === id}
              onChoose={() => setGuideId(id)}
            >
              <PickWords title={`${matter}：${name}`} hint={`${phone} ${hours}`.trim()} />
            </PickRow>
          ))}
          <PickRow
            label={deskWords.toIncident}
            isChosen={guideId === incident}
            onChoose={() => setGuideId(incident)}
          >
            <PickWords
              title={deskWords.toIncident}
              hint={entries.length === 0 ? deskWords.noGuide : deskWords.toIncidentHint}
            />
          </PickRow>
        </View>
      )}
    </EventForm>
  )
}
