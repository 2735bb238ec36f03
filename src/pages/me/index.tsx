import { View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { myEntries } from '@/copy/me'
import { meWords } from '@/copy/pages'
import { endedWords, relationNames, roleNames, standingNames } from '@/copy/people'
import { skillNames } from '@/copy/services'
import { dateWords } from '@/copy/time'
import { isCurrent } from '@/domain/account/index-fields'
import type { MyAccount, Standing } from '@/domain/account/schema'
import { endedByOthers } from '@/domain/membership/standing'
import { ElderSwitch } from '@/features/elder/elder-switch'
import { scanAndJoin } from '@/features/invitation/scan-and-join'
import { RoleEntries } from '@/features/session/role-entries'
import { useSession } from '@/features/session/use-session'
import { open, routes } from '@/routes'
import { Entries } from './_components/entries'
import { MyDeeds } from './_components/my-deeds'
import styles from './index.module.scss'

const lookOf = (standing: Standing): string | undefined => {
  if (standing === 'confirmed') return styles.confirmed
  return standing === 'unconfirmed' ? styles.unconfirmed : styles.hint
}

function Homes({ memberships }: Pick<MyAccount, 'memberships'>) {
  const ended = endedByOthers(memberships)
  const shown = [...memberships.filter(isCurrent), ...ended]
  return (
    <Card>
      <View className={styles.heading}>{meWords.homes}</View>
      {shown.map(({ areaPath, areaName, joinedAt, reason, roomNumber, relation, standing }) => (
        <View key={`${areaPath}${joinedAt}`} className={styles.row}>
          <View className={styles.words}>
            <View>{areaName}</View>
            <View className={styles.hint}>{`${meWords.room(roomNumber)} · ${relationNames[relation]}`}</View>
            {reason !== '' && <View className={styles.hint}>{endedWords.because(reason)}</View>}
          </View>
          <View className={lookOf(standing)}>{standingNames[standing]}</View>
        </View>
      ))}
      {ended.length > 0 && <View className={styles.hint}>{endedWords.ask('')}</View>}
      <QuietButton onClick={() => void scanAndJoin()}>{meWords.addHome}</QuietButton>
    </Card>
  )
}

function Roles({ roles, skills }: Pick<MyAccount, 'roles' | 'skills'>) {
  if (roles.length === 0) return null
  return (
    <Card>
      <View className={styles.heading}>{meWords.roles}</View>
      {roles.map(({ role, areaPath, areaName }) => (
        <View key={`${role}${areaPath}`} className={styles.row}>
          <View className={styles.words}>{roleNames[role]}</View>
          <View className={styles.hint}>{areaName}</View>
        </View>
      ))}
      {skills.length > 0 && (
        <View className={styles.hint}>
          {`${meWords.skills}：${skills.map((skill) => skillNames[skill]).join('、')}`}
        </View>
      )}
    </Card>
  )
}

function Mine({ account }: { account: MyAccount }) {
  return (
    <View>
      <View className={styles.me}>
        <Avatar name={account.nickname} size="large" fileId={account.avatarFileId} />
        <View className={styles.words}>
          <View className={styles.name}>{account.nickname}</View>
          <View className={styles.hint}>{meWords.since(dateWords(account.createdAt))}</View>
        </View>
      </View>
      <RoleEntries />
      <MyDeeds />
      <Entries />
      <Homes memberships={account.memberships} />
      <Roles roles={account.roles} skills={account.skills} />
    </View>
  )
}

export default function MePage() {
  const { isPending, error, refetch, account } = useSession()
  return (
    <Screen>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && isPending && <Skeleton />}
      {account && <Mine account={account} />}
      {!isPending && !error && !account && (
        <Card>
          <QuietButton onClick={() => void scanAndJoin()}>{meWords.addHome}</QuietButton>
          <View className={styles.gap} />
          <QuietButton onClick={() => open(routes.verifyCertificate())}>{myEntries.verify.title}</QuietButton>
        </Card>
      )}
      <ElderSwitch />
    </Screen>
  )
}
