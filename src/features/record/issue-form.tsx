import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { certificateWords as words, servicePeriodNames, type ServicePeriodName } from '@/copy/certificate'
import type { MyAccount } from '@/domain/account/schema'
import type { Period } from '@/domain/numbers/period'
import { addDays } from '@/domain/shared/day-keys'
import { dayKey } from '@/domain/shared/calendar'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { useNow } from '@/platform/use-now'
import { DayPicker } from './day-picker'
import styles from './record.module.scss'
import { servicePeriod } from './service-period'

const names = Object.keys(servicePeriodNames) as ServicePeriodName[]
/** The server's bound, in days. */
const longest = 3652

interface OwnDaysProps {
  period: Period
  today: string
  onChange: (period: Period) => void
}

/** Two days of one's own; the other one follows where they would cross. */
function OwnDays({ period: { from, to }, today, onChange }: OwnDaysProps) {
  return (
    <View className={styles.days}>
      <DayPicker
        label={words.from}
        day={from}
        from={addDays(today, -longest)}
        to={today}
        onChange={(day) => onChange({ from: day, to: day > to ? day : to })}
      />
      <DayPicker
        label={words.to}
        day={to}
        from={from}
        to={today}
        onChange={(day) => onChange({ from, to: day })}
      />
    </View>
  )
}

/** Asks for a certificate: which days, under which name. */
export function IssueForm({ account: { realName, nickname } }: { account: MyAccount }) {
  const today = dayKey(useNow())
  const [name, setName] = useState<ServicePeriodName>('thisYear')
  const [own, setOwn] = useState<Period>(() => servicePeriod('own', today))
  const [elsewhere, setElsewhere] = useState<readonly string[]>([])
  const { run, isRunning } = useCommand('certificate.issue')
  const period = name === 'own' ? own : servicePeriod(name, today)

  const issue = async (communityPath: string | null): Promise<void> => {
    const output = await run({ ...period, communityPath })
    if (!output) return
    toast(words.issued)
    // The other communities' papers are offered once each.
    setElsewhere((left) =>
      communityPath === null ? output.elsewhere : left.filter((one) => one !== communityPath),
    )
  }
  const [next] = elsewhere
  return (
    <Card>
      <Field label={words.period}>
        <Choices
          choices={names.map((value) => ({ value, label: servicePeriodNames[value] }))}
          isChosen={(value) => value === name}
          onChoose={(value) => {
            setName(value)
            setElsewhere([])
          }}
        />
      </Field>
      {name === 'own' && <OwnDays period={own} today={today} onChange={setOwn} />}
      <View className={styles.hint}>{realName ? words.realName(realName) : words.nickname(nickname)}</View>
      <PrimaryButton isLoading={isRunning} onClick={() => void issue(null)}>
        {words.issue}
      </PrimaryButton>
      {next !== undefined && (
        <View className={styles.elsewhere}>
          <View className={styles.hint}>{words.elsewhere}</View>
          <QuietButton isLoading={isRunning} onClick={() => void issue(next)}>
            {words.issueElsewhere}
          </QuietButton>
        </View>
      )}
    </Card>
  )
}
