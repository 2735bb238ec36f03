import { View } from '@tarojs/components'
import { ErrorState } from '@/components/error-state'
import { Icon } from '@/components/icon'
import { Skeleton } from '@/components/skeleton'
import { Tap } from '@/components/tap'
import { useElderMode } from '@/features/elder/elder-mode'
import type { HandbookState } from '@/features/handbook/use-handbook'
import { serviceIcon } from '@/features/order/service-icon'
import { open, routes } from '@/routes'
import styles from './ask-card.module.scss'

const shown = 6

/** The first of the community's own catalogue: its staff put the usual things first. */
export function UsualServices({ state: { handbook, isPending, error, refetch } }: { state: HandbookState }) {
  const isElder = useElderMode()
  if (!handbook) {
    if (error) return <ErrorState error={error} onRetry={refetch} />
    return isPending ? <Skeleton count={1} /> : null
  }
  const services = handbook.services.filter(({ isActive }) => isActive).slice(0, shown)
  return (
    <View className={isElder ? styles.elder : ''}>
      <View className={styles.tiles}>
        {services.map(({ id, icon, name }) => (
          <Tap
            key={id}
            className={styles.tile}
            label={name}
            onClick={() => open(routes.orderNew({ serviceId: id }))}
          >
            <Icon name={serviceIcon(icon)} size="huge" colour="ink" />
            <View>{name}</View>
          </Tap>
        ))}
      </View>
    </View>
  )
}
