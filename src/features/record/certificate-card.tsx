import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import type { FileOpener } from '@/components/use-open-file'
import { certificateWords as words } from '@/copy/certificate'
import { periodOfDays } from '@/copy/print'
import { dateWords } from '@/copy/time'
import { spokenCode } from '@/domain/certificate/code'
import type { MyCertificate } from '@/domain/certificate/contract'
import { toast } from '@/platform/toast'
import styles from './record.module.scss'

async function copyCode(code: string): Promise<void> {
  try {
    await Taro.setClipboardData({ data: spokenCode(code) })
    toast(words.copied)
  } catch {
    // Nothing was copied; the code can be read out as it stands.
  }
}

/** A certificate of mine: what it says, to open, and whether it still holds. */
export function CertificateCard({ certificate, opener }: { certificate: MyCertificate; opener: FileOpener }) {
  const { code, from, to, minutes, visits, communityName, issuedAt, fileId, revoked } = certificate
  const period = periodOfDays(from, to)
  return (
    <Card>
      <View className={styles.period}>{period}</View>
      <View className={revoked ? styles.gone : styles.hours}>{words.hours(minutes)}</View>
      <View className={styles.facts}>{words.facts(visits, communityName)}</View>
      <View
        className={styles.facts}
      >{`${words.number(spokenCode(code))} · ${words.issuedOn(dateWords(issuedAt))}`}</View>
      {revoked ? (
        <View className={styles.revoked}>{words.revokedBecause(dateWords(revoked.at), revoked.reason)}</View>
      ) : (
        <View className={styles.buttons}>
          <QuietButton
            isLoading={opener.isOpening}
            label={words.openLabel(period)}
            onClick={() => void opener.open(fileId, words.fileName(period))}
          >
            {words.open}
          </QuietButton>
          <QuietButton isCompact onClick={() => void copyCode(code)}>
            {words.copy}
          </QuietButton>
        </View>
      )}
    </Card>
  )
}
