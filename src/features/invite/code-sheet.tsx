import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useFileAddresses } from '@/cloud/files'
import { QuietButton } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { invite } from '@/copy/invite'
import { dateWords } from '@/copy/time'
import type { InvitationView } from '@/domain/invitation/contract'
import { toast } from '@/platform/toast'
import { ShareButton } from './share-button'
import styles from './code-sheet.module.scss'

/** What one can say beside it: as the code is meant. */
function sentenceOf({ areaName, target }: InvitationView): string {
  switch (target.kind) {
    case 'home':
      return invite.sentence(areaName)
    case 'household':
      return invite.householdSentence(areaName)
    case 'person':
      return invite.personSentence
    case 'role':
      return invite.roleSentence(areaName, target.role)
  }
}

/** A code to be scanned from this phone: as large as it goes, with what one can say beside it. */
export function CodeSheet({ invitation, onClose }: { invitation: InvitationView; onClose: () => void }) {
  const { areaName, codeFileId, expiresAt, maxUses, target, usedCount } = invitation
  const [address = ''] = useFileAddresses(codeFileId ? [codeFileId] : [])
  const sentence = sentenceOf(invitation)
  const copy = async (): Promise<void> => {
    try {
      await Taro.setClipboardData({ data: sentence })
      toast(invite.copied)
    } catch {
      // Nothing was copied; the words can be read out as they stand.
    }
  }
  return (
    <Sheet
      isOpen
      title={target.kind === 'role' ? invite.roleTitle(areaName, target.role) : areaName}
      onClose={onClose}
    >
      {codeFileId ? (
        <View className={styles.frame}>
          {address && (
            <Image
              className={styles.picture}
              mode="aspectFit"
              src={address}
              aria-label={invite.codeAlt(areaName)}
              showMenuByLongpress
            />
          )}
        </View>
      ) : (
        <View className={styles.missing}>{invite.codeMissing}</View>
      )}
      <View className={styles.facts}>
        {invite.left(maxUses - usedCount)}，{invite.until(dateWords(expiresAt))}
      </View>
      <View className={styles.label}>{invite.say}</View>
      <View className={styles.sentence}>{sentence}</View>
      <View className={styles.buttons}>
        <QuietButton onClick={() => void copy()}>{invite.copy}</QuietButton>
        <ShareButton code={invitation._id} title={sentence} />
      </View>
    </Sheet>
  )
}
