import { View } from '@tarojs/components'
import { useState } from 'react'
import { DangerButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { homesWords as words } from '@/copy/mine'
import { relationNames, standingNames } from '@/copy/people'
import { dateWords } from '@/copy/time'
import type { MyAccount } from '@/domain/account/schema'
import type { Output } from '@/domain/contracts'
import { HouseholdCodeSheet } from '@/features/invite/household-code-sheet'
import { AddSheet } from './add-sheet'
import { LeaseSheet } from './lease-sheet'
import { LeaveSheet } from './leave-sheet'
import { MemberRow } from './member-row'
import { MoveSheet } from './move-sheet'
import styles from '../index.module.scss'

export type Home = Output<'membership.household'>['homes'][number]

/** What a sheet of a home is given. */
export interface HomeSheetProps {
  home: Home
  account: MyAccount
  onClose: () => void
}

const sheets = { add: AddSheet, lease: LeaseSheet, leave: LeaveSheet, move: MoveSheet } as const

/** One home: who lives there, and what can be done about it. */
export function HomeCard({ home, account }: { home: Home; account: MyAccount }) {
  const [open, setOpen] = useState<keyof typeof sheets | 'invite' | null>(null)
  const { areaName, areaPath, householdId, isHeld, members, relation, roomNumber, standing, until } = home
  const isConfirmed = standing === 'confirmed'
  const close = (): void => setOpen(null)
  const Sheet = open === null || open === 'invite' ? null : sheets[open]
  const facts = [
    words.room(roomNumber),
    relationNames[relation],
    ...(until === null ? [] : [words.until(dateWords(until))]),
  ]
  return (
    <Card>
      <View className={styles.name}>{areaName}</View>
      <View className={styles.hint}>{facts.join(' · ')}</View>
      {!isConfirmed && (
        <View
          className={styles.waiting}
        >{`${standingNames[standing]}。${isHeld ? words.held : words.unconfirmed}`}</View>
      )}
      <View className={styles.heading}>{words.members}</View>
      {members.map((member) => (
        <MemberRow key={member.userId} member={member} home={home} />
      ))}
      <View className={styles.stack}>
        {isConfirmed && householdId && (
          <QuietButton onClick={() => setOpen('invite')}>{words.invite}</QuietButton>
        )}
        {isConfirmed && <QuietButton onClick={() => setOpen('add')}>{words.add}</QuietButton>}
        {relation === 'tenant' && <QuietButton onClick={() => setOpen('lease')}>{words.lease}</QuietButton>}
        <QuietButton onClick={() => setOpen('move')}>{words.move}</QuietButton>
        <DangerButton onClick={() => setOpen('leave')}>{words.leave}</DangerButton>
      </View>
      {open === 'invite' && householdId && (
        <HouseholdCodeSheet householdId={householdId} areaPath={areaPath} onClose={close} />
      )}
      {Sheet && <Sheet home={home} account={account} onClose={close} />}
    </Card>
  )
}
