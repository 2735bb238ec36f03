import { View } from '@tarojs/components'
import { useState } from 'react'
import { AvatarButton } from '@/components/avatar-button'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { PhoneButton } from '@/components/phone-button'
import { TextField } from '@/components/text-field'
import { dataWords as words } from '@/copy/mine'
import { nicknameSchema, realNameSchema, type MyAccount } from '@/domain/account/schema'
import { phoneSchema } from '@/domain/shared/contact'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import styles from '../index.module.scss'

/** null where it was left empty. */
const optional = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

/** What I am called, and how to reach me; what is left empty is taken away. */
export function About({ account }: { account: MyAccount }) {
  const { run, isRunning } = useCommand('account.correct')
  const [nickname, setNickname] = useState(account.nickname)
  const [realName, setRealName] = useState(account.realName ?? '')
  const [phone, setPhone] = useState(account.phone ?? '')
  const [real, number] = [optional(realName), optional(phone)]
  const isRealWrong = real !== null && !realNameSchema.safeParse(real).success
  const isPhoneWrong = number !== null && !phoneSchema.safeParse(number).success
  const isNameless = !nicknameSchema.safeParse(nickname).success
  const isChanged = nickname !== account.nickname || real !== account.realName || number !== account.phone
  const save = async (): Promise<void> => {
    if (await run({ nickname, realName: real, phone: number })) toast(words.saved)
  }
  const takePhone = (taken: string): void => {
    setPhone(taken)
    toast(words.phoneKept)
  }
  const setAvatar = async (avatarFileId: string | null): Promise<void> => {
    if (await run({ avatarFileId })) toast(words.saved)
  }
  return (
    <Card>
      <View className={styles.title}>{words.about}</View>
      <AvatarButton
        name={account.nickname}
        isRow
        fileId={account.avatarFileId}
        onChange={(fileId) => void setAvatar(fileId)}
      />
      {account.avatarFileId !== null && (
        <QuietButton isCompact onClick={() => void setAvatar(null)}>
          {words.avatarDrop}
        </QuietButton>
      )}
      <TextField
        label={words.nickname}
        value={nickname}
        maxLength={20}
        onChange={setNickname}
        error={isNameless ? words.nicknameMissing : undefined}
      />
      <TextField
        label={words.realName}
        hint={words.realNameHint}
        value={realName}
        maxLength={20}
        onChange={setRealName}
        error={isRealWrong ? words.realNameWrong : undefined}
      />
      <TextField
        label={words.phone}
        hint={words.phoneHint}
        type="number"
        value={phone}
        maxLength={11}
        onChange={setPhone}
        error={isPhoneWrong ? words.phoneWrong : undefined}
      />
      <PhoneButton className={styles.phone} onTaken={takePhone}>
        {words.phoneButton}
      </PhoneButton>
      <PrimaryButton
        isLoading={isRunning}
        isDisabled={!isChanged || isNameless || isRealWrong || isPhoneWrong}
        onClick={() => void save()}
      >
        {words.save}
      </PrimaryButton>
    </Card>
  )
}
