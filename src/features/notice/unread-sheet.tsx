import { View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { ListStates, wholeList } from '@/components/list-states'
import { Sheet } from '@/components/sheet'
import { notice as words } from '@/copy/notice'
import type { Output } from '@/domain/contracts'
import { useAction } from '@/features/session/use-action'
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
  const query = useAction('notice.unread', { noticeId })
  const { data } = query
  const shown = data?.items.length ?? 0
  return (
    <Sheet isOpen title={data ? words.unreadTitle(data.households) : words.whoHasNot} onClose={onClose}>
      {shown > 0 && <View className={styles.hint}>{words.unreadHint}</View>}
      <ListStates
        list={wholeList(query, ({ items }) => byBuilding(items))}
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
      {data?.hasMore && <View className={styles.hint}>{words.unreadMore(shown)}</View>}
    </Sheet>
  )
}
