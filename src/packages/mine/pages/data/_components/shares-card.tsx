import { View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { Card } from '@/components/card'
import { SwitchRow } from '@/components/switch-row'
import { dataWords as words } from '@/copy/mine'
import { isCurrent } from '@/domain/account/index-fields'
import type { MyAccount, Shares } from '@/domain/account/schema'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import styles from '../index.module.scss'

/** What neighbours may see of me, and how that looks. */
export function SharesCard({ account }: { account: MyAccount }) {
  const { run } = useCommand('account.correct')
  const { shares } = account
  const change = async (key: keyof Shares, isOn: boolean): Promise<void> => {
    if (await run({ shares: { ...shares, [key]: isOn } })) toast(words.saved)
  }
  return (
    <Card>
      <View className={styles.title}>{words.shares}</View>
      {(['realName', 'unit', 'phone'] as const).map((key) => (
        <SwitchRow
          key={key}
          label={words.share[key]}
          isOn={shares[key]}
          onChange={(isOn) => void change(key, isOn)}
        />
      ))}
      <Preview account={account} />
    </Card>
  )
}

function Preview({ account }: { account: MyAccount }) {
  const { avatarFileId, memberships, nickname, phone, realName, shares } = account
  const [home] = memberships.filter(isCurrent)
  const lines = [
    shares.realName ? realName : null,
    shares.unit ? (home?.areaName ?? null) : null,
    shares.phone ? phone : null,
  ].filter((line) => line !== null)
  return (
    <View>
      <View className={styles.hint}>{words.preview}</View>
      <View className={styles.preview} aria-label={words.preview}>
        <Avatar name={nickname} fileId={avatarFileId} />
        <View className={styles.words}>
          <View>{nickname}</View>
          {lines.map((line) => (
            <View key={line} className={styles.hint}>
              {line}
            </View>
          ))}
        </View>
      </View>
    </View>
  )
}
