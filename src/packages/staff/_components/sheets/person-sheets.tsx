import { View } from '@tarojs/components'
import { useState } from 'react'
import { deskWords, missedWords } from '@/copy/dispatch'
import { PickRow, PickWords } from '@/features/dispatch/pick-row'
import type { SheetProps } from './desk-sheet'
import { CallPhone } from '../call-phone'
import { EventForm } from './event-form'
import styles from './sheets.module.scss'
import { useSettle } from './use-settle'

export interface Person {
  userId: string
  name: string
  hint: string
}

interface PeopleRowsProps {
  title: string
  people: readonly Person[]
  chosen: string | null
  onChoose: (userId: string) => void
}

export function PeopleRows({ title, people, chosen, onChoose }: PeopleRowsProps) {
  return (
    <View>
      <View className={styles.head}>{title}</View>
      <View className={styles.rows}>
        {people.map(({ userId, name, hint }) => (
          <PickRow key={userId} label={name} isChosen={userId === chosen} onChoose={() => onChoose(userId)}>
            <PickWords title={name} hint={hint} />
          </PickRow>
        ))}
      </View>
    </View>
  )
}

/** The one chosen; where there is only one it can be, that one. */
export function useOne(people: readonly Person[]) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [only, second] = people
  return [chosen ?? (only && !second ? only.userId : null), setChosen] as const
}

/** Who was awaited and did not come. */
export function NoShowSheet({ order, onClose }: SheetProps) {
  const people = order.takers
    .filter(({ checkedInAt }) => checkedInAt === null)
    .map(({ userId, name }) => ({ userId, name, hint: '' }))
  const [userId, setUserId] = useOne(people)
  const { make, isRunning } = useSettle(onClose)
  return (
    <EventForm
      isDanger
      event="noShow"
      isReady={userId !== null}
      isRunning={isRunning}
      onConfirm={(note) => userId !== null && void make('noShow', order._id, { userId, note })}
      onClose={onClose}
    >
      <PeopleRows title={deskWords.whoAbsent} people={people} chosen={userId} onChoose={setUserId} />
    </EventForm>
  )
}

/** Whom no message reached: they were called instead. */
export function CallBackSheet({ order, onClose }: SheetProps) {
  const missed = new Map(
    order.unreached.map(({ to, name, moment }) => [
      to,
      { userId: to, name: name === '' ? deskWords.follower : name, hint: missedWords[moment] },
    ]),
  )
  const people = [...missed.values()]
  const [userId, setUserId] = useOne(people)
  const { make, isRunning } = useSettle(onClose)
  return (
    <EventForm
      event="callBack"
      isReady={userId !== null}
      isRunning={isRunning}
      onConfirm={(note) => userId !== null && void make('callBack', order._id, { userId, note })}
      onClose={onClose}
    >
      {order.mayCall && <CallPhone orderId={order._id} />}
      <PeopleRows title={deskWords.whoCalled} people={people} chosen={userId} onChoose={setUserId} />
    </EventForm>
  )
}
