import { View } from '@tarojs/components'
import { AreaChoice } from '@/components/area-choice'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { invite } from '@/copy/invite'
import { ancestorsOf, isWithin, placeLevelOf, type AreaPath, type PlaceLevel } from '@/domain/shared/area'
import { useAction } from '@/features/session/use-action'

export interface ChosenArea {
  areaPath: AreaPath
  areaName: string
}

interface AreaStepsProps {
  /** Those that I look after. */
  areas: readonly ChosenArea[]
  chosen: ChosenArea
  /** Where one may stop, widest first; it goes no further than the last. */
  levels: readonly PlaceLevel[]
  /** It doesn't go far enough yet. */
  error?: string
  onChoose: (area: ChosenArea) => void
}

/** Stairwells and micro-grids have nothing below them; buildings neither, where they are the last to be asked for. */
const isLeaf = (areaPath: AreaPath, levels: readonly PlaceLevel[]): boolean =>
  ['unit', 'grid', levels[levels.length - 1]].includes(placeLevelOf(areaPath))

/** From what I look after down to where one may stop, a question at a time. */
export function AreaSteps({ areas, chosen, levels, error, onChoose }: AreaStepsProps) {
  const root = areas.find(({ areaPath }) => isWithin(chosen.areaPath, areaPath))
  const chain = root
    ? ancestorsOf(chosen.areaPath).filter((areaPath) => isWithin(areaPath, root.areaPath))
    : []
  return (
    <View>
      <AreaChoice label={invite.area} areas={areas} chosenPath={root?.areaPath} onChoose={onChoose} />
      {chain
        .filter((areaPath) => !isLeaf(areaPath, levels))
        .map((areaPath) => (
          <Below key={areaPath} parentPath={areaPath} {...{ chosen, levels, error, onChoose }} />
        ))}
    </View>
  )
}

interface BelowProps extends Omit<AreaStepsProps, 'areas'> {
  parentPath: AreaPath
}

function Below({ parentPath, chosen, levels, error, onChoose }: BelowProps) {
  const { data } = useAction('place.children', { areaPath: parentPath })
  if (!data?.area || data.children.length === 0) return null
  const { area, children } = data
  const whole = levels.includes(area.level) ? [{ ...area, name: invite.whole(area.name) }] : []
  const options = [...whole, ...children].map(({ _id, fullName, name }) => ({
    value: { areaPath: _id, areaName: fullName },
    label: name,
  }))
  return (
    <Field label={invite.below(area.name)} error={chosen.areaPath === parentPath ? error : undefined}>
      <Choices
        choices={options}
        isChosen={({ areaPath }) =>
          areaPath === parentPath ? chosen.areaPath === parentPath : isWithin(chosen.areaPath, areaPath)
        }
        onChoose={onChoose}
      />
    </Field>
  )
}
