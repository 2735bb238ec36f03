import { View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { VoicePlayer } from '@/components/voice-player'
import { doubtWords, pending, relationSentences } from '@/copy/invite'
import { relationNames, standingNames } from '@/copy/people'
import { agoWords, dateWords, lengthWords, momentWords } from '@/copy/time'
import type { PendingMember } from '@/domain/membership/contract'
import { useNow } from '@/platform/use-now'
import { open, routes } from '@/routes'
import styles from './pending-card.module.scss'

interface PendingCardProps {
  member: PendingMember
  onConfirm: () => void
  onDecline: () => void
}

/** A newcomer to be vouched for: who, which door, how they live there, by when, and what to look at twice. */
export function PendingCard({ member, onConfirm, onDecline }: PendingCardProps) {
  const { nickname, realName, avatarFileId, areaName, roomNumber, canDecide, isOverdue, voice } = member
  return (
    <Card isLate={isOverdue}>
      <View className={styles.row}>
        <Avatar name={nickname} fileId={avatarFileId} size="large" />
        <View className={styles.words}>
          <View className={styles.name}>{nickname}</View>
          <View className={styles.home}>{pending.lives(areaName, roomNumber)}</View>
          {canDecide && (
            <View className={styles.hint}>
              {`${relationSentences[member.relation]}，${realName ? pending.called(realName) : pending.noName}`}
            </View>
          )}
        </View>
      </View>
      <Waiting member={member} />
      {voice && (
        <View className={styles.voice}>
          <View className={styles.hint}>{pending.said(nickname)}</View>
          <VoicePlayer voice={voice} />
        </View>
      )}
      <Doubts member={member} />
      {canDecide ? (
        <View className={styles.buttons}>
          <QuietButton label={pending.declineLabel(nickname)} onClick={onDecline}>
            {pending.decline}
          </QuietButton>
          <PrimaryButton label={pending.confirmLabel(nickname)} onClick={onConfirm}>
            {pending.confirm}
          </PrimaryButton>
        </View>
      ) : (
        <View className={styles.hint}>{pending.onlySeen}</View>
      )}
    </Card>
  )
}

/** Since when they wait, and by when somebody should have looked. */
function Waiting({ member: { isOverdue, joinedAt, vouchBy } }: { member: PendingMember }) {
  const now = useNow()
  const isLate = isOverdue || (vouchBy !== null && vouchBy <= now)
  const late =
    vouchBy !== null && vouchBy <= now ? pending.late(lengthWords(now - vouchBy)) : pending.longLate
  return (
    <View className={styles.waiting}>
      <View className={styles.hint}>{pending.cameAt(agoWords(joinedAt, now))}</View>
      {(isLate || vouchBy !== null) && (
        <View className={classNames(styles.due, isLate && styles.overdue)}>
          <Icon name={isLate ? 'alarm' : 'clock'} size="small" colour={isLate ? 'vest' : 'amber'} />
          <View>{isLate ? late : pending.by(momentWords(vouchBy ?? now, now))}</View>
        </View>
      )}
    </View>
  )
}

/** What is doubtful, each with what to look at, and who else lives there: settled by a person, by no rule. */
function Doubts({ member }: { member: PendingMember }) {
  const { alike, doubts, isHeld, nickname, others, realName, registerNames, roomNumber } = member
  const { turnedAwayAt, userId } = member
  const namesOf = (all: PendingMember['others']): string => all.map(({ name }) => name).join('、')
  const known = {
    roomNumber,
    owners: namesOf(others.filter(({ relation }) => relation === 'owner')),
    called: realName ?? nickname,
    registered: registerNames.join('、'),
    turnedAway: turnedAwayAt === null ? '' : dateWords(turnedAwayAt),
    isHeld,
  }
  const home = others.map(({ name, relation, standing }) =>
    pending.other(name, relationNames[relation], standingNames[standing]),
  )
  return (
    <>
      {doubts.length > 0 && (
        <View className={styles.doubts}>
          <View className={styles.doubtsTitle}>{pending.look}</View>
          {doubts.map((doubt) => (
            <View key={doubt}>{doubtWords[doubt](known)}</View>
          ))}
          {alike.map((other) => (
            <View key={other.userId} className={styles.alike}>
              <View>{pending.alike(other.nickname, pending.lives(other.areaName, other.roomNumber))}</View>
              <QuietButton
                isCompact
                onClick={() =>
                  open(
                    other.canMerge ? routes.mergePerson(userId, other.userId) : routes.person(other.userId),
                  )
                }
              >
                {other.canMerge ? pending.compare : pending.seeAlike}
              </QuietButton>
            </View>
          ))}
        </View>
      )}
      {home.length > 0 && <View className={styles.others}>{pending.others(home.join('、'))}</View>}
    </>
  )
}
