import { Sheet } from '@/components/sheet'
import { buildingWords as words, mapWords } from '@/copy/place'
import type { AreaView } from '@/domain/place/contract'
import { useCommands } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { NameSheet } from '../../../_components/name-sheet'
import { FlatForm, type FlatInput } from './flat-form'

export type Adding = 'flat' | 'unit' | null

interface AddersProps {
  area: AreaView
  units: readonly AreaView[]
  adding: Adding
  onClose: () => void
}

/** The sheets by which a building gets one flat or one stairwell more. */
export function Adders({ area, units, adding, onClose }: AddersProps) {
  const { run, isRunning } = useCommands()
  const places = units.length > 0 ? units : [area]
  const addUnit = async (name: string, onFailure: (error: unknown) => boolean): Promise<void> => {
    if (!(await run('place.putArea', { parentPath: area._id, areaPath: null, name }, { onFailure }))) return
    toast(mapWords.saved)
    onClose()
  }
  const addFlat = async (input: FlatInput): Promise<void> => {
    if (!(await run('place.putHousehold', input))) return
    toast(words.savedFlat)
    onClose()
  }
  if (adding === 'unit') {
    return (
      <NameSheet
        title={mapWords.add.building}
        level="unit"
        isRunning={isRunning}
        onSave={(name, onFailure) => void addUnit(name, onFailure)}
        onClose={onClose}
      />
    )
  }
  if (adding !== 'flat') return null
  return (
    <Sheet isOpen title={words.addFlat} onClose={onClose}>
      <FlatForm
        draft={{ areaPath: places[0]?._id ?? area._id, roomNumber: '', floor: '', register: [] }}
        places={places.map(({ _id, name }) => ({ areaPath: _id, name }))}
        isRunning={isRunning}
        onSave={(input) => void addFlat(input)}
      />
    </Sheet>
  )
}
