import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/empty-state'
import { ListStates } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { TextField } from '@/components/text-field'
import { guidePageWords as words } from '@/copy/handbook'
import type { HandbookView } from '@/domain/handbook/contract'
import type { GuideEntry } from '@/domain/handbook/schema'
import { ancestorAt } from '@/domain/shared/area'
import { CallRow } from '@/features/handbook/call-row'
import { useHandbook } from '@/features/handbook/use-handbook'
import { SessionGate } from '@/features/session/session-gate'
import { useCommand } from '@/features/session/use-command'
import { useSession } from '@/features/session/use-session'
import { callNumber } from '@/platform/call-number'
import { open, routes } from '@/routes'
import { searchGuide } from './search-guide'
import styles from './index.module.scss'

interface EntryCardProps {
  entry: GuideEntry
  onCall: () => void
}

/** Whose job it is, and their number. */
function EntryCard({ entry, onCall }: EntryCardProps) {
  const call = (): void => {
    onCall()
    callNumber(entry.phone)
  }
  return (
    <Card>
      <View className={styles.title}>{entry.matter}</View>
      {entry.advice !== '' && <View className={styles.soft}>{entry.advice}</View>}
      <View className={styles.whose}>{[entry.name, entry.hours].filter(Boolean).join(' · ')}</View>
      <QuietButton label={words.callWho(entry.name, entry.phone)} onClick={call}>
        {`${words.call} ${entry.phone}`}
      </QuietButton>
    </Card>
  )
}

function Guide({ communityPath }: { communityPath: string }) {
  const state = useHandbook(communityPath)
  const answered = useCommand('handbook.answered', { isSilent: true })
  const [text, setText] = useState('')
  const guide = state.handbook?.guide
  const book = useMemo(() => ({ services: [], guide: guide ?? [] }), [guide])
  const items = searchGuide(book, text)
  const order = { words: words.order, onClick: () => open(routes.orderNew({ text: text.trim() })) }
  return (
    <View>
      <View className={styles.lead}>{words.lead}</View>
      <TextField
        label={words.search}
        value={text}
        placeholder={words.searchPlaceholder}
        maxLength={40}
        onChange={setText}
      />
      <ListStates
        list={{ ...state, items }}
        keyOf={({ id }) => id}
        empty={{ words: text.trim() === '' ? words.empty : words.none, action: order }}
        render={(entry) => (
          <EntryCard entry={entry} onCall={() => void answered.run({ communityPath, entryId: entry.id })} />
        )}
      />
      {state.handbook && <Office handbook={state.handbook} />}
    </View>
  )
}

const Office = ({ handbook }: { handbook: HandbookView }) => (
  <CallRow name={words.office} number={handbook.phone} />
)

function MyGuide() {
  const { account, homes } = useSession()
  const places = [...homes, ...(account?.roles ?? [])].map(({ areaPath }) =>
    ancestorAt(areaPath, 'community'),
  )
  const communityPath = places.find((path) => path !== null)
  return communityPath ? (
    <Guide communityPath={communityPath} />
  ) : (
    <EmptyState art="door" words={words.empty} />
  )
}

/** 责任清单: whose job is what, to look up and to call. */
export default function GuidePage() {
  return (
    <SessionGate>
      <Screen>
        <MyGuide />
      </Screen>
    </SessionGate>
  )
}
