import { View } from '@tarojs/components'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { ErrorState } from '@/components/error-state'
import { Sheet } from '@/components/sheet'
import { Skeleton } from '@/components/skeleton'
import { relationNames } from '@/copy/people'
import { buildingWords as words } from '@/copy/place'
import type { HouseholdView } from '@/domain/place/contract'
import { useAction } from '@/features/session/use-action'
import { useCommands } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { FlatForm, type FlatInput } from './flat-form'
import styles from '../index.module.scss'

interface FlatSheetProps {
  flat: HouseholdView
  isKeeper: boolean
  onClose: () => void
}

const draftOf = ({ areaPath, roomNumber, floor, register }: HouseholdView) => ({
  areaPath,
  roomNumber,
  floor: floor === null ? '' : String(floor),
  register,
})

/** For leaders: what stands there, and no more. */
function Names({ household }: { household: HouseholdView }) {
  const { register } = household
  return (
    <View className={styles.person}>
      {register.length === 0 && <View className={styles.soft}>{words.registerEmpty}</View>}
      {register.map(({ name, relation }) => (
        <View key={name} className={styles.named}>
          <View>{name}</View>
          <View className={styles.soft}>{relationNames[relation]}</View>
        </View>
      ))}
    </View>
  )
}

/** One flat with the names of its register; mounting it is looking at it, and those who live there see so. */
export function FlatSheet({ flat, isKeeper, onClose }: FlatSheetProps) {
  const query = useAction('place.household', { householdId: flat._id })
  const { run, isRunning } = useCommands()
  const [isRemoving, setRemoving] = useState(false)
  const household = query.data?.household

  const save = async (input: FlatInput): Promise<void> => {
    if (!(await run('place.putHousehold', input))) return
    toast(words.savedFlat)
    onClose()
  }
  const remove = async (): Promise<void> => {
    const isGone = await run('place.removeHousehold', { householdId: flat._id })
    setRemoving(false)
    if (!isGone) return
    toast(words.removed)
    onClose()
  }
  return (
    <>
      <Sheet isOpen title={words.flatTitle(flat.areaName, flat.roomNumber)} onClose={onClose}>
        {!household &&
          (query.error ? <ErrorState error={query.error} onRetry={query.refetch} /> : <Skeleton count={2} />)}
        {household && (
          <>
            <View className={styles.soft}>{words.inside(household.residentCount)}</View>
            <View className={styles.hint}>{household.isUnlisted ? words.unlistedHint : words.seenHint}</View>
            {isKeeper ? (
              <FlatForm
                draft={draftOf(household)}
                places={[]}
                isRunning={isRunning}
                onSave={(input) => void save(input)}
              />
            ) : (
              <Names household={household} />
            )}
            {isKeeper && (
              <View className={styles.drop}>
                <QuietButton onClick={() => setRemoving(true)}>{words.removeFlat}</QuietButton>
              </View>
            )}
          </>
        )}
      </Sheet>
      <ConfirmSheet
        isOpen={isRemoving}
        isDanger
        title={words.removeTitle(flat.roomNumber)}
        consequence={words.removeCheck}
        confirmWords={words.removeFlat}
        isRunning={isRunning}
        onConfirm={() => void remove()}
        onClose={() => setRemoving(false)}
      />
    </>
  )
}
