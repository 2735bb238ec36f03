import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { verifyWords as words } from '@/copy/certificate'
import { periodOfDays } from '@/copy/print'
import { dateWords } from '@/copy/time'
import { spokenCode } from '@/domain/certificate/code'
import type { Verdict } from '@/domain/certificate/contract'
import styles from './record.module.scss'

type Known = Exclude<Verdict, { state: 'unknown' }>

/** Is it true? In colour, word and shape; then what it must say. */
export function VerdictCard({ verdict }: { verdict: Verdict }) {
  if (verdict.state === 'unknown') {
    return (
      <Card>
        <View className={classNames(styles.verdict, styles.doubt)}>
          <Icon name="search" colour="amber" />
          <View>{words.unknown}</View>
        </View>
        <View className={styles.facts}>{words.unknownHint}</View>
      </Card>
    )
  }
  const { revokedAt } = verdict
  return (
    <Card>
      <View className={classNames(styles.verdict, revokedAt === null ? styles.true : styles.false)}>
        <Icon name={revokedAt === null ? 'check' : 'close'} colour={revokedAt === null ? 'jade' : 'vest'} />
        <View>{revokedAt === null ? words.valid : words.revoked}</View>
      </View>
      {revokedAt !== null && <View className={styles.facts}>{words.revokedOn(dateWords(revokedAt))}</View>}
      <Statement verdict={verdict} />
      <Today verdict={verdict} />
    </Card>
  )
}

function Statement({ verdict: { certificate } }: { verdict: Known }) {
  const { code, maskedName, from, to, minutes, visits, communityName, issuedAt } = certificate
  const rows = [
    [words.label, spokenCode(code)],
    [words.person, maskedName],
    [words.period, periodOfDays(from, to)],
    [words.time, words.timeOf(minutes)],
    [words.visits, words.visitsOf(visits)],
    [words.issuer, communityName],
    [words.issuedAt, dateWords(issuedAt)],
  ] as const
  return (
    <View>
      {rows.map(([label, value]) => (
        <View key={label} className={styles.row}>
          <View className={styles.label}>{label}</View>
          <View className={styles.value}>{value}</View>
        </View>
      ))}
    </View>
  )
}

/** Whether the record still says so; for a true one, what to do with it. */
function Today({ verdict: { certificate, today, state } }: { verdict: Known }) {
  if (state === 'revoked') return null
  const isSame = today.minutes === certificate.minutes && today.visits === certificate.visits
  return (
    <View>
      <View className={isSame ? styles.same : styles.changed}>
        {isSame ? words.same : words.changed(today.minutes, today.visits)}
      </View>
      <View className={styles.hint}>{words.compare}</View>
    </View>
  )
}
