import { View } from '@tarojs/components'
import { buildingWords as words } from '@/copy/place'
import type { AreaView } from '@/domain/place/contract'
import type { AreaPath } from '@/domain/shared/area'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { NameSheet } from '../../../_components/name-sheet'

interface GridSheetProps {
  buildingPath: AreaPath
  /** null: a new one. */
  grid: AreaView | null
  picked: ReadonlySet<string>
  onSaved: () => void
  onClose: () => void
}

/** What the picked flats are called together. */
export function GridSheet({ buildingPath, grid, picked, onSaved, onClose }: GridSheetProps) {
  const { run, isRunning } = useCommand('place.putGrid')
  const save = async (name: string, onFailure: (error: unknown) => boolean): Promise<void> => {
    const input = { buildingPath, gridPath: grid?._id ?? null, name, householdIds: [...picked] }
    if (!(await run(input, { onFailure }))) return
    toast(words.gridSaved)
    onSaved()
  }
  return (
    <View>
      <NameSheet
        title={words.gridNameTitle}
        level="grid"
        name={grid?.name}
        consequence={words.gridKept(picked.size)}
        isRunning={isRunning}
        onSave={(name, onFailure) => void save(name, onFailure)}
        onClose={onClose}
      />
    </View>
  )
}
