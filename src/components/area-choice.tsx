import { Choices } from '@/components/choices'
import { Field } from '@/components/field'

interface AreaChoiceProps<A> {
  label: string
  areas: readonly A[]
  chosenPath: string | undefined
  onChoose(area: A): void
}

/** Which of my areas this is about; nothing where I have only one. */
export function AreaChoice<A extends { areaPath: string; areaName: string }>(props: AreaChoiceProps<A>) {
  const { label, areas, chosenPath, onChoose } = props
  if (areas.length <= 1) return null
  return (
    <Field label={label}>
      <Choices
        choices={areas.map((area) => ({ value: area, label: area.areaName }))}
        isChosen={({ areaPath }) => areaPath === chosenPath}
        onChoose={onChoose}
      />
    </Field>
  )
}
