import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { myEntries } from '@/copy/me'
import type { Capability } from '@/domain/account/contract'
import { useSession } from '@/features/session/use-session'
import { open, routes } from '@/routes'
import styles from '../index.module.scss'

interface Entry {
  name: keyof typeof myEntries
  url: string
  /** null: for everyone. */
  needs: Capability | null
}

const entries: readonly Entry[] = [
  { name: 'orders', url: routes.orders, needs: null },
  { name: 'homes', url: routes.homes, needs: null },
  { name: 'myData', url: routes.myData, needs: null },
  { name: 'notices', url: routes.notices(), needs: 'order' },
  { name: 'guide', url: routes.guide, needs: 'order' },
  { name: 'thanks', url: routes.thanks(), needs: 'order' },
  { name: 'help', url: routes.help, needs: null },
  { name: 'directory', url: routes.directory(), needs: 'order' },
  { name: 'profile', url: routes.volunteerProfile, needs: 'volunteer' },
  { name: 'certificates', url: routes.certificates, needs: 'volunteer' },
  { name: 'verify', url: routes.verifyCertificate(), needs: null },
  { name: 'plan', url: routes.plan, needs: 'dispatch' },
  { name: 'inCare', url: routes.inCare, needs: 'lead' },
  { name: 'series', url: routes.series, needs: 'dispatch' },
  { name: 'calls', url: routes.calls, needs: 'lead' },
  { name: 'digest', url: routes.digest, needs: 'dispatch' },
  { name: 'places', url: routes.places(), needs: 'lead' },
  { name: 'handbook', url: routes.handbook, needs: 'dispatch' },
  { name: 'numbers', url: routes.numbers, needs: 'numbers' },
]

/** Where else I may go, as rows; the daily ones are large cards above (see `RoleEntries`). */
export function Entries() {
  const { can } = useSession()
  return (
    <Card isFlush>
      {entries
        .filter(({ needs }) => needs === null || can(needs))
        .map(({ name, url }) => (
          <Tap key={name} className={styles.link} label={myEntries[name].title} onClick={() => open(url)}>
            <View className={styles.words}>
              <View>{myEntries[name].title}</View>
              <View className={styles.hint}>{myEntries[name].words}</View>
            </View>
            <Icon name="next" size="small" />
          </Tap>
        ))}
    </Card>
  )
}
