import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { useFileAddresses } from '@/cloud/files'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { aria } from '@/components/aria'
import { groupWords as words } from '@/copy/group'
import { momentWords, nearDayWords } from '@/copy/time'
import type { GroupDetail } from '@/domain/group/contract'
import { wechatReminder } from '@/domain/group/schema'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { useNow } from '@/platform/use-now'
import { WechatSheet } from './wechat-sheet'
import styles from './group.module.scss'

type Code = NonNullable<GroupDetail['wechatCode']>

function CodePicture({ code: { fileId, expiresAt, by } }: { code: Code }) {
  const now = useNow()
  const [address = ''] = useFileAddresses([fileId])
  if (expiresAt <= now) return <View className={styles.expired}>{words.wechatExpired}</View>
  return (
    <View className={styles.code}>
      <View className={styles.frame}>
        {address && (
          <Image
            className={styles.picture}
            mode="aspectFit"
            src={address}
            showMenuByLongpress
            {...aria('img', words.wechat)}
          />
        )}
      </View>
      <View>{words.wechatHint}</View>
      <View className={styles.hint}>
        {words.wechatUntil(nearDayWords(expiresAt, now))}，{words.wechatBy(by.name)}
      </View>
    </View>
  )
}

/** The way into the building's WeChat group, which a mini program can't open by itself. */
export function WechatCard({ group }: { group: GroupDetail }) {
  const { allowedActions, groupPath, version, wechatCode } = group
  const now = useNow()
  const [asked, setAsked] = useState<'put' | 'remove' | null>(null)
  const { run, isRunning } = useCommand('group.putWechatCode')
  const isMine = allowedActions.includes('putWechatCode')
  if (!isMine && !wechatCode) return null
  const close = (): void => setAsked(null)
  const remove = async (): Promise<void> => {
    if (await run({ groupPath, version, wechatCode: null })) toast(words.wechatRemoved)
    close()
  }
  const isSoon =
    wechatCode !== null && wechatCode.expiresAt > now && wechatCode.expiresAt - now <= wechatReminder
  return (
    <Card>
      <View className={styles.heading}>{words.wechat}</View>
      {isMine && isSoon && (
        <View className={styles.soon} {...aria('status')}>
          {words.wechatSoon(momentWords(wechatCode.expiresAt, now))}
        </View>
      )}
      {wechatCode ? (
        <CodePicture code={wechatCode} />
      ) : (
        <View className={styles.hint}>{words.wechatNone}</View>
      )}
      {isMine && (
        <View className={styles.buttons}>
          <QuietButton isCompact onClick={() => setAsked('put')}>
            {wechatCode ? words.wechatReplace : words.wechatPut}
          </QuietButton>
          {wechatCode && (
            <QuietButton isCompact onClick={() => setAsked('remove')}>
              {words.wechatRemove}
            </QuietButton>
          )}
        </View>
      )}
      {asked === 'put' && <WechatSheet group={group} onClose={close} />}
      <ConfirmSheet
        isOpen={asked === 'remove'}
        title={words.wechatRemoveTitle}
        consequence={words.wechatRemoveWhy}
        confirmWords={words.wechatRemove}
        isRunning={isRunning}
        onConfirm={() => void remove()}
        onClose={close}
      />
    </Card>
  )
}
