import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { myDeedsWords } from '@/copy/me'
import { profileWords } from '@/copy/volunteer'
import { useAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import { DeedFigures } from '@/features/volunteer/deed-figures'
import { open, routes } from '@/routes'
import styles from '../index.module.scss'

/** A volunteer's service at a glance; a tap leads to all of it. */
export function MyDeeds() {
  const isVolunteer = useSession().can('volunteer')
  const deeds = useAction('order.deeds', {}, { isEnabled: isVolunteer }).data
  if (!isVolunteer || !deeds || deeds.orders === 0) return null
  return (
    <Card label={profileWords.title} onClick={() => open(routes.volunteerProfile)}>
      <View className={styles.heading}>{myDeedsWords.title}</View>
      <DeedFigures deeds={deeds} />
      <View className={styles.hint}>{profileWords.seen}</View>
    </Card>
  )
}
