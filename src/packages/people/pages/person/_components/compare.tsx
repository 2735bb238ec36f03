import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Card } from '@/components/card'
import { Choices } from '@/components/choices'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { Field } from '@/components/field'
import { TextField } from '@/components/text-field'
import { homeWords, merging, person as words } from '@/copy/residents'
import { isCurrent } from '@/domain/account/index-fields'
import type { ResidentView } from '@/domain/resident/contract'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { openInstead, routes } from '@/routes'
import styles from '../index.module.scss'

const listed = (all: readonly string[]): string => (all.length === 0 ? merging.nothing : all.join('、'))

/** One of the two, in the order in which the other is told. */
function Side({ resident }: { resident: ResidentView }) {
  const { memberships, nickname, phone, proxies, realName, state } = resident
  return (
    <Card>
      <View className={styles.home}>{nickname}</View>
      <View>{realName ?? words.realNameNone}</View>
      <View className={styles.fact}>{state === 'active' ? merging.hasPhone : merging.registered}</View>
      <View className={styles.fact}>
        <View className={styles.soft}>{merging.phone}</View>
        <View>{phone ?? merging.nothing}</View>
      </View>
      <View className={styles.fact}>
        <View className={styles.soft}>{merging.homes}</View>
        <View>{listed(memberships.filter(isCurrent).map(homeWords))}</View>
      </View>
      <View className={styles.fact}>
        <View className={styles.soft}>{merging.proxies}</View>
        <View>{listed(proxies.map(({ name }) => name))}</View>
      </View>
    </Card>
  )
}

/** Two accounts side by side; which one stays, why, and then for good. */
export function Compare({ one, other }: { one: ResidentView; other: ResidentView }) {
  const [keepId, setKeepId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [isAsking, setAsking] = useState(false)
  const { run, isRunning } = useCommand('membership.merge')
  const isImpossible = one.state === 'active' && other.state === 'active'
  const [keep, drop] = keepId === other.userId ? [other, one] : [one, other]
  const merge = async (): Promise<void> => {
    const output = await run({ keepId: keep.userId, dropId: drop.userId, reason: reason.trim() })
    setAsking(false)
    if (!output) return
    toast(merging.done)
    openInstead(routes.person(keep.userId))
  }
  return (
    <View>
      <View className={styles.heading}>{merging.compare}</View>
      <View className={styles.two}>
        <Side resident={one} />
        <Side resident={other} />
      </View>
      {isImpossible ? (
        <View className={styles.wrong}>{merging.bothPhones}</View>
      ) : (
        <Card>
          <Field label={merging.keep} hint={merging.keepHint}>
            <Choices
              choices={[one, other].map((side, at) => ({
                value: side.userId,
                label: merging.keepThis(at, side.nickname),
              }))}
              isChosen={(userId) => userId === keepId}
              onChoose={setKeepId}
            />
          </Field>
          <Field label={merging.why}>
            <Choices
              choices={merging.reasons.map((value) => ({ value, label: value }))}
              isChosen={(value) => value === reason}
              onChoose={setReason}
            />
          </Field>
          <TextField label={merging.whyWords} value={reason} maxLength={100} onChange={setReason} />
          <PrimaryButton
            isDisabled={keepId === null || reason.trim().length < 2}
            onClick={() => setAsking(true)}
          >
            {merging.submit}
          </PrimaryButton>
        </Card>
      )}
      <ConfirmSheet
        isOpen={isAsking}
        isDanger
        title={merging.title(keep === one ? 0 : 1, keep.nickname)}
        consequence={merging.check}
        confirmWords={merging.submit}
        isRunning={isRunning}
        onConfirm={() => void merge()}
        onClose={() => setAsking(false)}
      />
    </View>
  )
}
