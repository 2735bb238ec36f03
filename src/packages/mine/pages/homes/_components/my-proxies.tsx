import { View } from '@tarojs/components'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { Sheet } from '@/components/sheet'
import { homesWords as words } from '@/copy/mine'
import { proxyRelationNames } from '@/copy/my-data'
import type { MyAccount } from '@/domain/account/schema'
import type { Housemate } from '@/domain/membership/contract'
import { useCommands } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import type { Home } from './home-card'
import styles from '../index.module.scss'

interface MyProxiesProps {
  account: MyAccount
  homes: readonly Home[]
}

/** Grown-ups of my household with a phone, who are not asked already. */
const candidatesIn = ({ account, homes }: MyProxiesProps): Housemate[] => {
  const members = homes.flatMap((home) => home.members)
  const able = members.filter(
    ({ hasPhone, isMe, standing, userId }) =>
      hasPhone && !isMe && standing === 'confirmed' && !account.proxies.some((one) => one.userId === userId),
  )
  return [...new Map(able.map((member) => [member.userId, member])).values()]
}

/** Who may order and answer for me; I name them and end it myself. */
export function MyProxies({ account, homes }: MyProxiesProps) {
  const { run, isRunning } = useCommands()
  const [isChoosing, setIsChoosing] = useState(false)
  const candidates = candidatesIn({ account, homes })
  const name = async ({ nickname, userId }: Housemate): Promise<void> => {
    const consent = { how: 'inPerson', note: '' } as const
    const input = { userId: account._id, proxyId: userId, relation: 'family', consent } as const
    if (!(await run('resident.nameProxy', input))) return
    toast(words.proxyNamed(nickname))
    setIsChoosing(false)
  }
  const end = async (proxyId: string): Promise<void> => {
    if (await run('resident.endProxy', { userId: account._id, proxyId })) toast(words.proxyEnded)
  }
  return (
    <Card>
      <View className={styles.name}>{words.proxies}</View>
      <View className={styles.hint}>{account.proxies.length > 0 ? words.proxiesHint : words.proxyNone}</View>
      {account.proxies.map((proxy) => (
        <View key={proxy.userId} className={styles.row}>
          <View className={styles.words}>{`${proxy.name} · ${proxyRelationNames[proxy.relation]}`}</View>
          {proxy.relation !== 'guardian' && (
            <QuietButton
              isCompact
              label={words.proxyEndLabel(proxy.name)}
              isLoading={isRunning}
              onClick={() => void end(proxy.userId)}
            >
              {words.proxyEnd}
            </QuietButton>
          )}
        </View>
      ))}
      <View className={styles.stack}>
        <QuietButton onClick={() => setIsChoosing(true)}>{words.proxyAdd}</QuietButton>
      </View>
      <Sheet isOpen={isChoosing} title={words.proxyTitle} onClose={() => setIsChoosing(false)}>
        <View className={styles.lead}>{candidates.length > 0 ? words.proxiesHint : words.proxyNobody}</View>
        <View className={styles.stack}>
          {candidates.map((member) => (
            <QuietButton key={member.userId} isLoading={isRunning} onClick={() => void name(member)}>
              {words.proxyOf(member.nickname)}
            </QuietButton>
          ))}
        </View>
      </Sheet>
    </Card>
  )
}
