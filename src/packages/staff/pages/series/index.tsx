import { Screen } from '@/components/screen'
import { seriesWords } from '@/copy/repeat'
import { SeriesCards } from '@/features/series/series-cards'
import { SessionGate } from '@/features/session/session-gate'

/** 固定的帮忙 of my communities: who comes to whom, and what the office can change of it. */
export default function SeriesPage() {
  return (
    <SessionGate>
      <Screen>
        <SeriesCards view="desk" empty={{ art: 'bench', words: seriesWords.deskEmpty }} />
      </Screen>
    </SessionGate>
  )
}
