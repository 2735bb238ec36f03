import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { ListStates, wholeList } from '@/components/list-states'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { dispatch } from '@/copy/dispatch'
import type { Suggestion } from '@/domain/order/contract'
import type { OrderView } from '@/domain/order/present'
import { SuggestionRow } from '@/features/dispatch/suggestion-row'
import type { OrderEvents } from '@/features/order/use-order-event'
import { useAction } from '@/features/session/use-action'
import { toast } from '@/platform/toast'
import styles from './panes.module.scss'

/** As many as one offer may name. */
const mostChosen = 10

interface HelpersPaneProps {
  order: OrderView
  events: OrderEvents
}

const giveWords = (chosen: readonly Suggestion[]): string => {
  const [only] = chosen
  if (!only) return dispatch.give
  return chosen.length === 1 ? dispatch.giveTo(only.nickname) : dispatch.giveToMany(chosen.length)
}

/** Whom to send: those who fit best first, one or several of them, or the hall. */
export function HelpersPane({ order, events }: HelpersPaneProps) {
  const canDispatch = order.allowedActions.includes('dispatch')
  const query = useAction('order.suggest', { orderId: order._id }, { isEnabled: canDispatch })
  const [chosenIds, setChosenIds] = useState<readonly string[]>([])
  if (!canDispatch) return null

  const items = query.data?.items ?? []
  const able = items.filter(({ isEligible }) => isEligible)
  const chosen = able.filter(({ userId }) => chosenIds.includes(userId))
  const toggle = (userId: string): void => {
    if (chosenIds.includes(userId)) return setChosenIds(chosenIds.filter((id) => id !== userId))
    if (chosen.length >= mostChosen) return toast(dispatch.mostChosen)
    setChosenIds([...chosenIds, userId])
  }
  const give = (): void => {
    const volunteerIds = chosen.map(({ userId }) => userId)
    void events.make('dispatch', order._id, { to: { kind: 'people', volunteerIds } })
  }
  return (
    <View>
      <View className={styles.heading}>{dispatch.helpers}</View>
      <View className={styles.hint}>{dispatch.helpersHint(order.people)}</View>
      <Card isFlush>
        <ListStates
          list={wholeList(query, () => able)}
          keyOf={({ userId }) => userId}
          empty={{ words: items.length > 0 ? dispatch.noneFits : dispatch.helpersEmpty }}
          render={(suggestion) => (
            <SuggestionRow
              suggestion={suggestion}
              service={order.service}
              isBest={suggestion === able[0]}
              isChosen={chosenIds.includes(suggestion.userId)}
              onChoose={() => toggle(suggestion.userId)}
            />
          )}
        />
        <Unable items={items.filter(({ isEligible }) => !isEligible)} order={order} />
      </Card>
      <View className={styles.stack}>
        <PrimaryButton isDisabled={chosen.length === 0} isLoading={events.isRunning} onClick={give}>
          {giveWords(chosen)}
        </PrimaryButton>
        <QuietButton onClick={() => void events.make('dispatch', order._id, { to: { kind: 'hall' } })}>
          {dispatch.toHall}
        </QuietButton>
      </View>
      <View className={styles.hint}>{dispatch.hallHint}</View>
    </View>
  )
}

/** So many who can't go are shown at once; more are folded. */
const fewUnable = 3

/** Who can't go, and why: nobody wonders whether they were forgotten. */
function Unable({ items, order }: { items: readonly Suggestion[]; order: OrderView }) {
  const [isOpen, setIsOpen] = useState(false)
  if (items.length > fewUnable && !isOpen) {
    return (
      <Tap className={styles.unable} onClick={() => setIsOpen(true)}>
        <View>{dispatch.cannotCount(items.length)}</View>
        <Icon name="down" size="small" />
      </Tap>
    )
  }
  return (
    <View>
      {items.map((suggestion) => (
        <SuggestionRow key={suggestion.userId} suggestion={suggestion} service={order.service} />
      ))}
    </View>
  )
}
