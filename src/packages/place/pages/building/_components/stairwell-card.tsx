import { View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { buildingWords as words } from '@/copy/place'
import type { HouseholdView } from '@/domain/place/contract'
import type { Floor, Stairwell } from './floors'
import styles from '../index.module.scss'

/** Which flats are picked for a micro-grid; null: a tap opens the flat. */
export type Picked = ReadonlySet<string> | null

interface StairwellProps {
  stairwell: Stairwell
  /** What it is called inside its building; '' where there is but one. */
  name: string
  picked: Picked
  /** Flats of other micro-grids stand back. */
  isShown: (flat: HouseholdView) => boolean
  gridName: (flat: HouseholdView) => string
  onTap: (flats: readonly HouseholdView[]) => void
  /** For those who keep the map. */
  onOpen?: () => void
}

type FlatProps = Pick<StairwellProps, 'picked' | 'isShown' | 'gridName' | 'onTap'> & { flat: HouseholdView }

function Flat({ flat, picked, isShown, gridName, onTap }: FlatProps) {
  const { _id, roomNumber, residentCount, isUnlisted } = flat
  const isPicked = picked?.has(_id) ?? false
  const label = words.flatLabel(roomNumber, residentCount, gridName(flat))
  return (
    <View
      className={classNames(styles.flat, isPicked && styles.picked, !isShown(flat) && styles.back)}
      {...(picked ? { 'aria-checked': isPicked, ...aria('checkbox', label) } : aria('button', label))}
      onClick={() => onTap([flat])}
    >
      <View className={styles.room}>
        {isPicked && <Icon name="check" size="small" colour="vest" />}
        {roomNumber}
      </View>
      <View className={classNames(styles.people, residentCount > 0 && styles.lived)}>
        {isUnlisted ? words.unlisted : words.residents(residentCount)}
      </View>
    </View>
  )
}

const floorName = ({ floor }: Floor): string => (floor === null ? words.noFloor : words.floor(floor))

/** The flats of a stairwell, drawn as they lie: a row for each floor, the highest first. */
export function StairwellCard({ stairwell, name, onOpen, ...flatProps }: StairwellProps) {
  const { picked, onTap } = flatProps
  const all = stairwell.floors.flatMap(({ flats }) => flats)
  return (
    <Card>
      {picked && (
        <Tap className={styles.stairwell} label={words.unitAll(name)} onClick={() => onTap(all)}>
          <View>{words.unitAll(name)}</View>
          <Icon name="plus" size="small" />
        </Tap>
      )}
      {!picked && name !== '' && onOpen && (
        <Tap className={styles.stairwell} label={name} onClick={onOpen}>
          <View>{name}</View>
          <Icon name="next" size="small" />
        </Tap>
      )}
      {!picked && name !== '' && !onOpen && <View className={styles.stairwell}>{name}</View>}
      {stairwell.floors.map((floor) => (
        <View key={floorName(floor)} className={styles.floor}>
          {picked ? (
            <Tap className={styles.height} label={floorName(floor)} onClick={() => onTap(floor.flats)}>
              {floorName(floor)}
            </Tap>
          ) : (
            <View className={styles.height}>{floorName(floor)}</View>
          )}
          <View className={styles.flats}>
            {floor.flats.map((flat) => (
              <Flat key={flat._id} flat={flat} {...flatProps} />
            ))}
          </View>
        </View>
      ))}
    </Card>
  )
}
