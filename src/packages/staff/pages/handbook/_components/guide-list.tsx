import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/empty-state'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { handbookWords as words } from '@/copy/handbook'
import type { HandbookView } from '@/domain/handbook/contract'
import { useAction } from '@/features/session/use-action'
import { open, routes } from '@/routes'
import styles from '../index.module.scss'

/** 责任清单, as staff keep it. */
export function GuideList({ handbook }: { handbook: HandbookView }) {
  const asked = useAction('handbook.asked', { communityPath: handbook._id }).data?.items ?? []
  const countOf = new Map(asked.map(({ entryId, count }) => [entryId, count]))
  return (
    <>
      {handbook.guide.length === 0 && <EmptyState words={words.guideEmpty} />}
      {handbook.guide.length > 0 && (
        <Card isFlush>
          {handbook.guide.map(({ id, matter, name, phone }) => (
            <View key={id} className={styles.row}>
              <Tap
                className={styles.open}
                label={words.edit(matter)}
                onClick={() => open(routes.handbookEntry(handbook._id, id))}
              >
                <View className={styles.words}>
                  <View className={styles.title}>{matter}</View>
                  <View className={styles.soft}>{`${name} · ${phone}`}</View>
                  {countOf.has(id) && (
                    <View className={styles.soft}>{words.askedFor(countOf.get(id) ?? 0)}</View>
                  )}
                </View>
                <Icon name="next" />
              </Tap>
            </View>
          ))}
        </Card>
      )}
      <QuietButton onClick={() => open(routes.handbookEntry(handbook._id))}>{words.addEntry}</QuietButton>
    </>
  )
}
