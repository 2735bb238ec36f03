import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { SwitchRow } from '@/components/switch-row'
import { TextField } from '@/components/text-field'
import { homesWords as words } from '@/copy/mine'
import { nicknameSchema, realNameSchema } from '@/domain/account/schema'
import { useCommands } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import type { HomeSheetProps } from './home-card'
import styles from '../index.module.scss'

/** Someone of my household without a phone of their own: I act for them from now on, as they have agreed at home. */
export function AddSheet({ account, home: { areaPath, roomNumber }, onClose }: HomeSheetProps) {
  const { run, isRunning } = useCommands()
  const [nickname, setNickname] = useState('')
  const [realName, setRealName] = useState('')
  const [isChild, setIsChild] = useState(false)
  const name = nicknameSchema.safeParse(nickname)
  const real = realName.trim() === '' ? null : realNameSchema.safeParse(realName)
  const add = async (): Promise<void> => {
    if (!name.success || real?.success === false) return
    const put = await run('resident.put', {
      userId: null,
      nickname: name.data,
      realName: real?.data ?? null,
      phone: null,
      areaPath,
      roomNumber,
      relation: 'family',
      guardianId: isChild ? account._id : null,
    })
    if (!put) return
    // Whoever answers for a child acts for it already.
    const isNamed =
      isChild ||
      (await run('resident.nameProxy', {
        userId: put.userId,
        proxyId: account._id,
        relation: 'family',
        consent: { how: 'inPerson', note: '' },
      }))
    if (!isNamed) return
    toast(words.added(name.data))
    onClose()
  }
  return (
    <Sheet isOpen title={words.addTitle} onClose={onClose}>
      <View className={styles.lead}>{words.addHint}</View>
      <TextField
        label={words.name}
        placeholder={words.namePlaceholder}
        value={nickname}
        maxLength={20}
        onChange={setNickname}
      />
      <TextField label={words.realName} value={realName} maxLength={20} onChange={setRealName} />
      <SwitchRow label={words.isChild} hint={words.isChildHint} isOn={isChild} onChange={setIsChild} />
      <View className={styles.stack}>
        <PrimaryButton
          isLoading={isRunning}
          isDisabled={!name.success || real?.success === false}
          onClick={() => void add()}
        >
          {words.addYes}
        </PrimaryButton>
      </View>
    </Sheet>
  )
}
