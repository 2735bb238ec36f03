import { View } from '@tarojs/components'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { fitReasonWords } from '@/copy/order'
import { skillNames } from '@/copy/services'
import { volunteer } from '@/copy/volunteer'
import { reasonsAgainst, type FitReason } from '@/domain/order/fit'
import type { OrderView } from '@/domain/order/present'
import styles from './hall-card.module.scss'

/** Said elsewhere on the card: how far it is, and why the button waits. */
const saidElsewhere: readonly FitReason[] = ['sameUnit', 'sameBuilding', 'sameEstate', 'atCap']
const isAgainst = (reason: FitReason): boolean => reasonsAgainst.some((one) => one === reason)

const wordsOf = (reason: FitReason, { skills }: OrderView['service']): string =>
  reason === 'skilled'
    ? volunteer.canDo(skills.map((skill) => skillNames[skill]).join('、'))
    : fitReasonWords[reason]

/** Why it fits me, and what speaks against it: in words, with a tick where it fits. */
export function WhyMe({
  service,
  reasons,
}: {
  service: OrderView['service']
  reasons: readonly FitReason[]
}) {
  const said = reasons.filter((reason) => !saidElsewhere.includes(reason))
  if (said.length === 0) return null
  return (
    <View className={styles.tags}>
      {said.map((reason) => (
        <View
          key={reason}
          className={classNames(styles.tag, isAgainst(reason) ? styles.against : styles.fits)}
        >
          {!isAgainst(reason) && <Icon name="check" size="small" colour="jade" />}
          <View>{wordsOf(reason, service)}</View>
        </View>
      ))}
    </View>
  )
}
