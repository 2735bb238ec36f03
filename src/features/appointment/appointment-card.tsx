import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Avatar } from '@/components/avatar'
import { Card } from '@/components/card'
import { appointmentStateNames, appointments } from '@/copy/appointments'
import { roleNames } from '@/copy/people'
import { skillNames } from '@/copy/services'
import { dateWords } from '@/copy/time'
import type { AppointmentView } from '@/domain/appointment/contract'
import type { AppointmentState } from '@/domain/appointment/schema'
import styles from './appointment-card.module.scss'

const lookOf = {
  applied: { mark: '○', look: styles.waiting },
  proposed: { mark: '◐', look: styles.waiting },
  agreed: { mark: '◑', look: styles.waiting },
  active: { mark: '●', look: styles.active },
  refused: { mark: '×', look: styles.over },
  ended: { mark: '✓', look: styles.over },
} satisfies Record<AppointmentState, { mark: string; look: string | undefined }>

/** How far it is: a colour, a shape and words. */
export function AppointmentStateTag({ state }: { state: AppointmentState }) {
  const { mark, look } = lookOf[state]
  return <View className={look}>{`${mark} ${appointmentStateNames[state]}`}</View>
}

/** What is known of it, in sentences. */
function linesOf(appointment: AppointmentView, isMine: boolean): string[] {
  const { state, name, role, note, skills, since, until, signatures, replaces } = appointment
  const [first] = signatures
  return [
    state === 'applied' && !isMine ? appointments.appliedBy(name, roleNames[role]) : '',
    state === 'applied' && first ? appointments.signedFirst(first.name) : '',
    state === 'proposed' && first ? appointments.proposedBy(first.name) : '',
    replaces ? appointments.replaces(replaces.name) : '',
    skills.length > 0 ? appointments.can(skills.map((skill) => skillNames[skill]).join('、')) : '',
    note === '' ? '' : appointments.said(note),
    since === null ? '' : appointments.since(dateWords(since)),
    until === null ? '' : appointments.until(dateWords(until)),
    (state === 'active' || state === 'agreed') && first
      ? appointments.signedBy(signatures.map((one) => one.name).join('、'))
      : '',
    ...endOf(appointment),
  ].filter((line) => line !== '')
}

function endOf({ endedAt, endedByName, reason }: AppointmentView): string[] {
  if (endedAt === null) return []
  const day = dateWords(endedAt)
  return [
    endedByName === null ? appointments.endedByClock(day) : appointments.endedBy(endedByName, day),
    reason === '' ? '' : appointments.because(reason),
  ]
}

interface AppointmentCardProps {
  appointment: AppointmentView
  isMine?: boolean
}

/** One appointment, with what one may do about it below. */
export function AppointmentCard({
  appointment,
  isMine = false,
  children,
}: PropsWithChildren<AppointmentCardProps>) {
  const { name, role, areaName, state } = appointment
  return (
    <Card>
      <View className={styles.head}>
        <Avatar name={name} />
        <View className={styles.words}>
          <View className={styles.name}>{name}</View>
          <View className={styles.hint}>{appointments.titled(roleNames[role], areaName)}</View>
        </View>
        <AppointmentStateTag state={state} />
      </View>
      <View className={styles.lines}>
        {linesOf(appointment, isMine).map((line) => (
          <View key={line} className={styles.hint}>
            {line}
          </View>
        ))}
      </View>
      {children && <View className={styles.buttons}>{children}</View>}
    </Card>
  )
}
