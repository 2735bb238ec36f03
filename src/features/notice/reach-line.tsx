import { View } from '@tarojs/components'
import type { UseQueryResult } from '@tanstack/react-query'
import { QuietButton } from '@/components/button'
import { noticeForm as words } from '@/copy/notice-form'
import type { Output } from '@/domain/contracts'
import { useAction } from '@/features/session/use-action'
import { useNow } from '@/platform/use-now'
import type { NoticeDraft } from './notice-draft'
import styles from './notice-form.module.scss'

export type Preview = UseQueryResult<Output<'notice.preview'>>

/** Whom the chosen areas would reach; asked anew whenever they change. */
export function usePreview({ areas }: Pick<NoticeDraft, 'areas'>): Preview {
  const areaPaths = areas.map(({ areaPath }) => areaPath).sort()
  return useAction('notice.preview', { areaPaths }, { isEnabled: areaPaths.length > 0 })
}

interface ReachLineProps {
  preview: Preview
  draft: NoticeDraft
  onWait: (publishAt: number) => void
}

/** How many it goes to, before it is sent; and when the next common one may go. */
export function ReachLine({ preview, draft, onWait }: ReachLineProps) {
  const now = useNow()
  const { data, error, refetch } = preview
  if (draft.areas.length === 0) return null
  if (!data) {
    return (
      <View className={styles.counts}>
        {error ? (
          <QuietButton isCompact onClick={() => void refetch()}>
            {words.countLost}
          </QuietButton>
        ) : (
          words.counting
        )}
      </View>
    )
  }
  const { households, needCare, nextAt, residents } = data
  const isWaiting = !draft.isUrgent && nextAt !== null && nextAt > (draft.publishAt ?? now)
  return (
    <View>
      <View className={styles.counts}>
        {residents === 0 ? words.nobody : words.counts(residents, households, needCare)}
      </View>
      {isWaiting && (
        <View className={styles.pace}>
          <View>{words.nextAt(nextAt, now)}</View>
          <View className={styles.then}>
            <QuietButton isCompact onClick={() => onWait(nextAt)}>
              {words.sendThen}
            </QuietButton>
          </View>
        </View>
      )}
    </View>
  )
}
