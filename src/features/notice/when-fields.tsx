import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choices, type Choice } from '@/components/choices'
import { Field } from '@/components/field'
import { MomentChoice } from '@/components/moment-choice'
import { SwitchRow } from '@/components/switch-row'
import { untilWords } from '@/copy/notice'
import { noticeForm as words } from '@/copy/notice-form'
import { momentWords } from '@/copy/time'
import { longestUrgent } from '@/domain/notice/schema'
import { startOfDay } from '@/domain/shared/calendar'
import { days, hours, type Timestamp } from '@/domain/shared/time'
import { visitChoices, type Lack, type NoticeDraft } from './notice-draft'
import styles from './notice-form.module.scss'

interface WhenFieldsProps {
  draft: NoticeDraft
  now: Timestamp
  lacks: readonly Lack[]
  write: (change: Partial<NoticeDraft>) => void
}

const errorOf = (lacks: readonly Lack[], said: Partial<Record<Lack, string>>): string | undefined =>
  lacks.map((lack) => said[lack]).find((one) => one !== undefined)

/** Urgent or common; when it goes out, until when it holds, and when somebody knocks. */
export function WhenFields(props: WhenFieldsProps) {
  const { draft, now, write } = props
  const end = startOfDay(draft.publishAt ?? now) + days(1)
  return (
    <View>
      <View className={styles.part}>
        <SwitchRow
          label={words.urgent}
          hint={words.urgentHint}
          isOn={draft.isUrgent}
          onChange={(isUrgent) => write({ isUrgent, expiresAt: isUrgent ? end : draft.expiresAt })}
        />
      </View>
      <SendTime {...props} />
      <HoldTime {...props} />
      <Visits {...props} />
    </View>
  )
}

function SendTime({ draft: { publishAt }, lacks, now, write }: WhenFieldsProps) {
  const error = errorOf(lacks, { whenPassed: words.whenPassed, whenTooLate: words.whenTooLate })
  return (
    <Field label={words.when} error={error}>
      <Choices
        choices={[
          { value: false, label: words.whenNow },
          {
            value: true,
            label: publishAt === null ? words.whenLater : momentWords(publishAt, now),
          },
        ]}
        isChosen={(isLater) => isLater === (publishAt !== null)}
        onChoose={(isLater) =>
          write({ publishAt: isLater ? (publishAt ?? startOfDay(now) + days(1) + hours(8)) : null })
        }
      />
      {publishAt !== null && (
        <View className={styles.more}>
          <MomentChoice at={publishAt} now={now} last={29} onChange={(at) => write({ publishAt: at })} />
        </View>
      )}
    </Field>
  )
}

/** Ends of days, as far as the notice may hold. */
function endsFor({ isUrgent, publishAt }: NoticeDraft, now: Timestamp): Timestamp[] {
  const start = publishAt ?? now
  const ends = [1, 2, 3, 7].map((count) => startOfDay(start) + days(count))
  return ends.filter((end) => end > start && (!isUrgent || end <= start + longestUrgent))
}

function HoldTime({ draft, lacks, now, write }: WhenFieldsProps) {
  const { expiresAt, isUrgent } = draft
  const ends = endsFor(draft, now)
  const [wantsOwn, setWantsOwn] = useState(expiresAt !== null && !ends.includes(expiresAt))
  const isOwn = wantsOwn && expiresAt !== null
  const error = errorOf(lacks, {
    untilMissing: words.untilMissing,
    untilPassed: words.untilPassed,
    untilTooLong: words.untilTooLong,
  })
  const never: Choice<Timestamp | null | 'own'>[] = isUrgent ? [] : [{ value: null, label: words.untilNone }]
  return (
    <Field label={words.until} hint={words.untilHint} error={error}>
      <Choices<Timestamp | null | 'own'>
        choices={[
          ...never,
          ...ends.map((value) => ({ value, label: untilWords(value, now) })),
          { value: 'own', label: words.untilOther },
        ]}
        isChosen={(value) => (isOwn ? value === 'own' : value === expiresAt)}
        onChoose={(value) => {
          setWantsOwn(value === 'own')
          const own = expiresAt ?? startOfDay(draft.publishAt ?? now) + days(1) + hours(19)
          write({ expiresAt: value === 'own' ? own : value })
        }}
      />
      {isOwn && (
        <View className={styles.more}>
          <MomentChoice at={expiresAt} now={now} last={90} onChange={(at) => write({ expiresAt: at })} />
        </View>
      )}
    </Field>
  )
}

function Visits({ draft, now, write }: WhenFieldsProps) {
  const offered = visitChoices(draft, now)
  if (offered.length === 0) return null
  return (
    <Field label={words.visits} hint={words.visitsHint}>
      <Choices<number | null>
        choices={[
          { value: null, label: words.visitsNone },
          ...offered.map((value) => ({ value, label: words.visitsAfter(value) })),
        ]}
        isChosen={(value) => value === draft.visitAfterHours}
        onChoose={(visitAfterHours) => write({ visitAfterHours })}
      />
    </Field>
  )
}
