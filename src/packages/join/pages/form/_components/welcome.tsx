import { View } from '@tarojs/components'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { PhoneButton } from '@/components/phone-button'
import { Screen } from '@/components/screen'
import { joinedWords } from '@/copy/join'
import { momentWords } from '@/copy/time'
import type { Output } from '@/domain/contracts'
import { useConsent } from '@/features/session/use-consent'
import { toast } from '@/platform/toast'
import { useNow } from '@/platform/use-now'
import { open, routes } from '@/routes'
import type { Joined } from './use-submit'
import styles from './join-form.module.scss'

type Look = Output<'invitation.look'>

const whoConfirms = ({ leader, target }: Look): string => {
  if (target.kind === 'household') return joinedWords.whoHousehold
  return leader ? joinedWords.who(leader.nickname) : joinedWords.whoNobody
}

/** Joined: who will come to confirm, by when, and what one can do until then. */
export function Welcome({ joined: { account, home }, look }: { joined: Joined; look: Look }) {
  const now = useNow()
  const ask = useConsent()
  const waits = home?.standing === 'unconfirmed'
  const isHeld = home?.isHeld ?? false
  const goTo = (page: string): void => {
    // They hear when somebody has vouched for them.
    if (waits) void ask('joined')
    open(page)
  }
  return (
    <Screen
      action={
        <View className={styles.buttons}>
          <QuietButton onClick={() => goTo(routes.home)}>{joinedWords.toHome}</QuietButton>
          {!isHeld && <PrimaryButton onClick={() => goTo(routes.chat)}>{joinedWords.toChat}</PrimaryButton>}
        </View>
      }
    >
      <View className={styles.headline}>{joinedWords.title(account.nickname)}</View>
      <View className={styles.note}>{home?.areaName ?? look.areaName}</View>
      <Card>
        <View>{waits ? whoConfirms(look) : joinedWords.confirmed}</View>
        {waits && home.vouchBy !== null && (
          <View className={styles.by}>{joinedWords.by(momentWords(home.vouchBy, now))}</View>
        )}
      </Card>
      {isHeld ? <Card>{joinedWords.held}</Card> : <Meanwhile waits={waits} />}
      {account.phone === null && (
        <PhoneButton className={styles.phone} isSilent onTaken={() => toast(joinedWords.phoneKept)}>
          {joinedWords.phone}
        </PhoneButton>
      )}
    </Screen>
  )
}

const Meanwhile = ({ waits }: { waits: boolean }) => (
  <Card>
    <View className={styles.heading}>{joinedWords.meanwhileTitle}</View>
    {joinedWords.meanwhile.map((words) => (
      <View key={words} className={styles.line}>
        <Icon name="check" colour="jade" />
        <View className={styles.words}>{words}</View>
      </View>
    ))}
    {waits && <View className={styles.by}>{joinedWords.notYet}</View>}
  </Card>
)
