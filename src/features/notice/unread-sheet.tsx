import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { Avatar } from '@/components/avatar'
import { QuietButton } from '@/components/button'
import { ListStates } from '@/components/list-states'
import { Sheet } from '@/components/sheet'
import { common } from '@/copy/common'
import { notice as words } from '@/copy/notice'
import type { Output } from '@/domain/contracts'
import { usePagedAction } from '@/features/session/use-action'
import styles from './unread-sheet.module.scss'

type Unread = Output<'notice.unread'>['items'][number]

interface Building {
  areaName: string
  people: Unread[]
}

/** By building, in the order they come; who should be looked in on first. */
function byBuilding(items: readonly Unread[]): Building[] {
  const names = [...new Set(items.map(({ areaName }) => areaName))]
  return names.map((areaName) => ({
    areaName,
    people: items
      .filter((one) => one.areaName === areaName)
      .sort((a, b) => Number(b.needsCare) - Number(a.needsCare)),
  }))
}

/** Where nobody has read a notice yet, so that someone can knock. Mount it to open it. */
export function UnreadSheet({ noticeId, onClose }: { noticeId: string; onClose: () => void }) {
  const list = usePagedAction('notice.unread', { noticeId })
  const { hasMore, isLoadingMore, items, loadMore, pages } = list
  const [first] = pages
  // All whom a page looked at may have read it: go on until somebody has not. A page that fails waits for a tap.
  const isBlank = items.length === 0 && hasMore
  const goneOnAfter = useRef(0)
  useEffect(() => {
    if (!isBlank || goneOnAfter.current === pages.length) return
    goneOnAfter.current = pages.length
    loadMore()
  }, [isBlank, loadMore, pages.length])
  return (
    <Sheet isOpen title={first ? words.unreadTitle(first.households) : words.whoHasNot} onClose={onClose}>
      {items.length > 0 && <View className={styles.hint}>{words.unreadHint}</View>}
      {isBlank && !isLoadingMore && (
        <QuietButton isCompact onClick={loadMore}>
          {common.more}
        </QuietButton>
      )}
      <ListStates
        list={{ ...list, items: byBuilding(items), isPending: list.isPending || isBlank }}
        keyOf={({ areaName }) => areaName}
        empty={{ art: 'cups', words: words.unreadEmpty }}
        render={({ areaName, people }) => (
          <View>
            <View className={styles.building}>{areaName}</View>
            {people.map(({ userId, nickname, needsCare }) => (
              <View key={userId} className={styles.row}>
                <Avatar name={nickname} size="small" />
                <View className={styles.name}>{nickname}</View>
                {needsCare && <View className={styles.care}>{words.needsCare}</View>}
              </View>
            ))}
          </View>
        )}
      />
    </Sheet>
  )
}
