import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { EmptyState } from '@/components/empty-state'
import { Screen } from '@/components/screen'
import { landingWords, staleWords } from '@/copy/join'
import { open, routes } from '@/routes'
import { LeaderCard } from './leader-card'
import { NoticesCard } from './notices-card'
import { OfficeLine } from './office-line'
import type { Look } from './landing'
import styles from './join.module.scss'

/** A code that opens nothing any more: why, and whom to ask for another. */
export function Stale({ look }: { look: Look }) {
  return (
    <Screen action={<QuietButton onClick={() => open(routes.home)}>{landingWords.lookAround}</QuietButton>}>
      <View className={styles.headline}>{look.areaName}</View>
      <EmptyState art="letterbox" words={staleWords[look.state]} />
      <OfficeLine look={look} />
      {look.leader && <View className={styles.heading}>{landingWords.askLeader(look.leader.nickname)}</View>}
      {(look.leader || look.gridLeaders.length > 0) && <LeaderCard look={look} />}
      <NoticesCard notices={look.notices} />
    </Screen>
  )
}
