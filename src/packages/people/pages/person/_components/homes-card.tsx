import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { relationNames } from '@/copy/people'
import { homeWords, person as words, residents } from '@/copy/residents'
import { dateWords } from '@/copy/time'
import { isCurrent } from '@/domain/account/index-fields'
import type { Membership, Relation } from '@/domain/account/schema'
import type { ResidentView } from '@/domain/resident/contract'
import { StandingTag } from '../../../_components/standing-tag'
import type { HomeAsk } from './home-sheets'
import styles from '../index.module.scss'

interface HomesCardProps {
  resident: ResidentView
  onAsk: (what: HomeAsk, home: Membership) => void
}

/** Where they live and lived, as far as it is mine to see, and what may be done about it. */
export function HomesCard({ resident, onAsk }: HomesCardProps) {
  const { allowedActions, memberships } = resident
  const homes = [...memberships].sort((one, other) => Number(isCurrent(other)) - Number(isCurrent(one)))
  return (
    <Card>
      <View className={styles.heading}>{words.homes}</View>
      {homes.length === 0 && <View className={styles.soft}>{words.noHomes}</View>}
      {homes.map((home) => (
        <View key={`${home.areaPath}${home.roomNumber}${home.joinedAt}`} className={styles.item}>
          <Home home={home} allowed={allowedActions} onAsk={(what) => onAsk(what, home)} />
        </View>
      ))}
    </Card>
  )
}

interface HomeProps {
  home: Membership
  allowed: ResidentView['allowedActions']
  onAsk: (what: HomeAsk) => void
}

/** Who stays for a time that can be said beforehand. */
const mayBeBound: readonly Relation[] = ['tenant', 'carer']

function Home({ home, allowed, onAsk }: HomeProps) {
  const { endedAt, joinedAt, reason, relation, standing, until } = home
  const isHere = isCurrent(home)
  const facts = [
    relationNames[relation],
    words.joined(dateWords(joinedAt)),
    ...(isHere && until !== null ? [residents.until(until)] : []),
    ...(endedAt === null ? [] : [words.ended(dateWords(endedAt))]),
  ]
  const buttons = [
    { what: 'confirm', label: words.confirm, is: isHere && standing === 'unconfirmed' },
    { what: 'setLease', label: words.lease, is: isHere && (until !== null || mayBeBound.includes(relation)) },
    { what: 'remove', label: words.remove, is: isHere },
  ] as const
  const shown = buttons.filter(({ is, what }) => is && allowed.includes(what))
  return (
    <>
      <View className={styles.head}>
        <View className={styles.words}>
          <View className={styles.home}>{homeWords(home)}</View>
          <View className={styles.soft}>{facts.join(' · ')}</View>
          {reason !== '' && <View className={styles.soft}>{words.because(reason)}</View>}
        </View>
        <StandingTag standing={standing} />
      </View>
      {shown.length > 0 && (
        <View className={styles.buttons}>
          {shown.map(({ label, what }) => (
            <QuietButton
              key={what}
              isCompact
              label={`${label}：${homeWords(home)}`}
              onClick={() => onAsk(what)}
            >
              {label}
            </QuietButton>
          ))}
        </View>
      )}
    </>
  )
}
