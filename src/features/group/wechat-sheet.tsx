import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { PhotoPicker } from '@/components/photo-picker'
import { Sheet } from '@/components/sheet'
import { groupWords as words } from '@/copy/group'
import { nearDayWords } from '@/copy/time'
import type { GroupDetail } from '@/domain/group/contract'
import { longestWechatCode } from '@/domain/group/schema'
import { startOfDay } from '@/domain/shared/calendar'
import { days, minutes, type Timestamp } from '@/domain/shared/time'
import { useCommand } from '@/features/session/use-command'
import { useConsent } from '@/features/session/use-consent'
import { toast } from '@/platform/toast'
import { useNow } from '@/platform/use-now'
import styles from './group.module.scss'

const longest = longestWechatCode / days(1)
/** A phone's clock may run a little ahead of the cloud's. */
const slack = minutes(10)

/** The end of a day so many days ahead, as far as a code may live. */
const endOf = (ahead: number, now: Timestamp): Timestamp =>
  Math.min(startOfDay(now) + days(ahead + 1) - 1, now + longestWechatCode - slack)

/** Puts up the code of the WeChat group beside this one. Mount it to open it. */
export function WechatSheet({ group, onClose }: { group: GroupDetail; onClose: () => void }) {
  const { groupPath, version } = group
  const now = useNow()
  const [fileIds, setFileIds] = useState<string[]>([])
  const [ahead, setAhead] = useState(longest)
  const { run, isRunning } = useCommand('group.putWechatCode')
  const ask = useConsent()
  const [fileId] = fileIds
  const save = async (): Promise<void> => {
    if (!fileId) return
    void ask('wechatCode')
    const expiresAt = endOf(ahead, Date.now())
    if (await run({ groupPath, version, wechatCode: { fileId, expiresAt } })) toast(words.wechatPutDone)
    onClose()
  }
  return (
    <Sheet isOpen title={words.wechat} onClose={onClose}>
      <Field label={words.wechatPhoto} hint={words.wechatPhotoHint}>
        <PhotoPicker max={1} fileIds={fileIds} onChange={setFileIds} />
      </Field>
      <Field label={words.wechatDay} hint={words.wechatDayHint}>
        <Choices
          choices={Array.from({ length: longest }, (_, day) => ({
            value: day + 1,
            label: nearDayWords(now + days(day + 1), now),
          }))}
          isChosen={(value) => value === ahead}
          onChoose={setAhead}
        />
      </Field>
      <View className={styles.foot}>
        <PrimaryButton isDisabled={!fileId} isLoading={isRunning} onClick={() => void save()}>
          {words.wechatSave}
        </PrimaryButton>
      </View>
    </Sheet>
  )
}
