import { View } from '@tarojs/components'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { visit as words } from '@/copy/visit'
import type { VisitView } from '@/domain/visit/contract'
import { callNumber } from '@/platform/call-number'
import { useNow } from '@/platform/use-now'
import { open, routes } from '@/routes'
import styles from './visit.module.scss'

/** Whom to look in on, where they live, what to tell them; or who was there and what they said. */
export function VisitCard({ visit, onDone }: { visit: VisitView; onDone: () => void }) {
  const { areaName, done, noticeId, person, phone, roomNumber, title } = visit
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.name}>{person.name}</View>
        <View className={styles.where}>{words.where(areaName, roomNumber)}</View>
      </View>
      <Tap
        className={styles.why}
        role="link"
        label={words.seeNotice(title)}
        onClick={() => open(routes.notices(noticeId))}
      >
        <View>{words.why(title)}</View>
        <Icon name="next" size="small" colour="sky" />
      </Tap>
      {done ? (
        <Done done={done} />
      ) : (
        <View className={styles.buttons}>
          {phone !== null && (
            <View className={styles.button}>
              <QuietButton label={words.callOf(person.name)} onClick={() => callNumber(phone)}>
                {words.call}
              </QuietButton>
            </View>
          )}
          <View className={styles.button}>
            <PrimaryButton label={words.doneOf(person.name)} onClick={onDone}>
              {words.done}
            </PrimaryButton>
          </View>
        </View>
      )}
    </Card>
  )
}

function Done({ done: { at, by, note } }: { done: NonNullable<VisitView['done']> }) {
  const now = useNow()
  return (
    <View className={styles.done}>
      <View>{by === null ? words.doneBySelf(at, now) : words.doneBy(by.name, at, now)}</View>
      {note !== '' && <View>{note}</View>}
    </View>
  )
}
