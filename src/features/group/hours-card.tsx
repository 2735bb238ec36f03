import { View } from '@tarojs/components'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { groupWords as words } from '@/copy/group'
import { spanOfDayWords } from '@/copy/time'
import type { GroupDetail } from '@/domain/group/contract'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { HoursSheet } from './hours-sheet'
import styles from './group.module.scss'

/** When a group is quiet; those who look after it set and lift it. */
export function HoursCard({ group }: { group: GroupDetail }) {
  const { allowedActions, announcementHours, groupPath, version } = group
  const [asked, setAsked] = useState<'set' | 'clear' | null>(null)
  const { run, isRunning } = useCommand('group.setHours')
  const isMine = allowedActions.includes('setHours')
  if (!isMine && announcementHours === null) return null
  const close = (): void => setAsked(null)
  const clear = async (): Promise<void> => {
    if (await run({ groupPath, version, announcementHours: null })) toast(words.hoursCleared)
    close()
  }
  return (
    <Card>
      <View className={styles.heading}>{words.hours}</View>
      <View className={styles.hint}>
        {announcementHours
          ? words.hoursNow(spanOfDayWords(announcementHours.from, announcementHours.to))
          : words.hoursNone}
      </View>
      {isMine && (
        <View className={styles.buttons}>
          <QuietButton isCompact onClick={() => setAsked('set')}>
            {announcementHours ? words.hoursChange : words.hoursSet}
          </QuietButton>
          {announcementHours && (
            <QuietButton isCompact onClick={() => setAsked('clear')}>
              {words.hoursClear}
            </QuietButton>
          )}
        </View>
      )}
      {asked === 'set' && <HoursSheet group={group} onClose={close} />}
      <ConfirmSheet
        isOpen={asked === 'clear'}
        title={words.hoursClearTitle}
        consequence={words.hoursClearWhy}
        confirmWords={words.hoursClear}
        isRunning={isRunning}
        onConfirm={() => void clear()}
        onClose={close}
      />
    </Card>
  )
}
