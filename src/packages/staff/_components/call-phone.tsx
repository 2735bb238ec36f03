import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { deskWords } from '@/copy/dispatch'
import { errorWords } from '@/copy/errors'
import { orderWords } from '@/copy/order'
import { useAction } from '@/features/session/use-action'
import styles from './calls.module.scss'

/** The phone that an order was placed with: it is on record who looked at it, so it is asked for by hand. */
export function CallPhone({ orderId }: { orderId: string }) {
  const [isAsked, setIsAsked] = useState(false)
  const { data, error, isFetching, refetch } = useAction('order.phone', { orderId }, { isEnabled: isAsked })
  const phone = data?.phone
  if (phone) {
    return (
      <QuietButton isCompact onClick={() => void Taro.makePhoneCall({ phoneNumber: phone })}>
        {`${orderWords.call} ${phone}`}
      </QuietButton>
    )
  }
  if (phone === null) return <View className={styles.soft}>{orderWords.noPhone}</View>
  return (
    <View>
      <QuietButton
        isCompact
        isLoading={isFetching}
        onClick={() => (isAsked ? void refetch() : setIsAsked(true))}
      >
        {deskWords.seePhone}
      </QuietButton>
      <View className={styles.soft}>{error ? errorWords(error) : deskWords.seePhoneHint}</View>
    </View>
  )
}
