import { View } from '@tarojs/components'
import { EmptyState } from '@/components/empty-state'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { Screen } from '@/components/screen'
import { profileWords, volunteer } from '@/copy/volunteer'
import type { MyAccount } from '@/domain/account/schema'
import { SessionGate } from '@/features/session/session-gate'
import { useSession } from '@/features/session/use-session'
import { useProfile } from '@/features/volunteer/use-profile'
import { open, routes } from '@/routes'
import { Avoided, Cap, OffDuty, Skills } from '@/features/volunteer/settings'
import { MyDeeds } from './_components/my-deeds'
import { Times } from '@/features/volunteer/times'

/** 我的志愿服务: what I have done, and what I can do, when, and how much. */
export default function ProfilePage() {
  return (
    <SessionGate>
      <Content />
    </SessionGate>
  )
}

function Content() {
  const { account, can } = useSession()
  if (account && can('volunteer')) return <Mine account={account} />
  return (
    <Screen>
      <EmptyState art="door" words={volunteer.notVolunteerHint} />
    </Screen>
  )
}

function Mine({ account }: { account: MyAccount }) {
  const { profile, change, isChanged, save, isSaving } = useProfile(account)
  const part = { profile, change }
  return (
    <Screen
      action={
        isChanged && (
          <PrimaryButton isLoading={isSaving} onClick={() => void save()}>
            {profileWords.save}
          </PrimaryButton>
        )
      }
    >
      <View>
        <MyDeeds />
        <Card>
          <QuietButton onClick={() => open(routes.certificates)}>{profileWords.certificates}</QuietButton>
        </Card>
        <Skills {...part} />
        <Times {...part} />
        <Cap {...part} />
        <OffDuty {...part} />
        <Avoided {...part} />
      </View>
    </Screen>
  )
}
