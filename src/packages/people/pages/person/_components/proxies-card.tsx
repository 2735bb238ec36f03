import { View } from '@tarojs/components'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { consentWords, person as words, proxyRelationNames } from '@/copy/residents'
import { dateWords } from '@/copy/time'
import type { Proxy } from '@/domain/account/schema'
import type { ResidentView } from '@/domain/resident/contract'
import type { ChosenArea } from '@/features/invite/area-steps'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { open, routes } from '@/routes'
import { ProxySheet } from './proxy-sheet'
import styles from '../index.module.scss'

interface ProxiesCardProps {
  resident: ResidentView
  /** Where neighbours can be looked up; null: nowhere. */
  area: ChosenArea | null
}

/** Who acts for them, with how they agreed to it; and for whom they act. */
export function ProxiesCard({ resident, area }: ProxiesCardProps) {
  const { allowedActions, charges, proxies, userId } = resident
  const [isNaming, setNaming] = useState(false)
  const [ending, setEnding] = useState<Proxy | null>(null)
  const { run, isRunning } = useCommand('resident.endProxy')
  const may = allowedActions.includes('nameProxy')
  const end = async (): Promise<void> => {
    if (!ending) return
    const output = await run({ userId, proxyId: ending.userId })
    setEnding(null)
    if (output) toast(words.endProxyDone)
  }
  return (
    <Card>
      <View className={styles.heading}>{words.proxies}</View>
      {proxies.length === 0 && <View className={styles.soft}>{words.noProxies}</View>}
      {proxies.map((proxy) => (
        <View key={proxy.userId} className={styles.item}>
          <OneProxy proxy={proxy} onEnd={may ? () => setEnding(proxy) : null} />
        </View>
      ))}
      {may && area && (
        <View className={classNames(styles.buttons, proxies.length > 0 && styles.add)}>
          <QuietButton isCompact onClick={() => setNaming(true)}>
            {words.addProxy}
          </QuietButton>
        </View>
      )}
      {charges.length > 0 && (
        <View className={styles.item}>
          <View className={styles.heading}>{words.charges}</View>
          {charges.map((charge) => (
            <Tap
              key={charge.userId}
              className={styles.fold}
              onClick={() => open(routes.person(charge.userId))}
            >
              <View>{charge.nickname}</View>
              <Icon name="next" size="small" />
            </Tap>
          ))}
        </View>
      )}
      {isNaming && area && <ProxySheet resident={resident} area={area} onClose={() => setNaming(false)} />}
      <ConfirmSheet
        isOpen={ending !== null}
        isDanger
        title={words.endProxyTitle(ending?.name ?? '')}
        consequence={words.endProxyCheck}
        confirmWords={words.endProxy}
        isRunning={isRunning}
        onConfirm={() => void end()}
        onClose={() => setEnding(null)}
      />
    </Card>
  )
}

function OneProxy({ proxy, onEnd }: { proxy: Proxy; onEnd: (() => void) | null }) {
  const { consent, name, relation } = proxy
  // Who answers for a child is changed, never just ended.
  const isGuardian = relation === 'guardian'
  return (
    <>
      <View className={styles.home}>{`${name}（${proxyRelationNames[relation]}）`}</View>
      <View className={styles.soft}>
        {isGuardian ? words.guardian(name) : words.proxyOf(consentWords[consent.how], dateWords(consent.at))}
      </View>
      {consent.note !== '' && <View className={styles.soft}>{words.noted(consent.note)}</View>}
      {onEnd && !isGuardian && (
        <View className={styles.buttons}>
          <QuietButton isCompact label={words.endProxyLabel(name)} onClick={onEnd}>
            {words.endProxy}
          </QuietButton>
        </View>
      )}
    </>
  )
}
