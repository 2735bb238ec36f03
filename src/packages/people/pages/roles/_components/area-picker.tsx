import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { Choices } from '@/components/choices'
import { ErrorState } from '@/components/error-state'
import { Field } from '@/components/field'
import { Skeleton } from '@/components/skeleton'
import { naming } from '@/copy/appointments'
import { ancestorsOf, type AreaPath } from '@/domain/shared/area'
import { useAction } from '@/features/session/use-action'
import styles from '../index.module.scss'

interface AreaPickerProps {
  /** The widest that may be chosen. */
  widest: AreaPath
  chosen: AreaPath
  onChoose: (areaPath: AreaPath) => void
}

/** From the community down to a micro-grid, step by step; where one stops is chosen. */
export function AreaPicker({ widest, chosen, onChoose }: AreaPickerProps) {
  const { data, error, refetch } = useAction('place.children', { areaPath: chosen })
  const above = ancestorsOf(chosen).slice(0, -1).pop()
  return (
    <Card>
      <Field label={naming.area}>
        {error && !data && <ErrorState error={error} onRetry={refetch} />}
        {!error && !data && <Skeleton count={1} />}
        {data?.area && <View className={styles.path}>{naming.areaHint(data.area.fullName)}</View>}
        {data && data.children.length > 0 && (
          <Choices
            choices={data.children.map(({ _id, name }) => ({ value: _id, label: name }))}
            isChosen={() => false}
            onChoose={onChoose}
          />
        )}
        {above !== undefined && chosen !== widest && (
          <QuietButton isCompact onClick={() => onChoose(above)}>
            {naming.up}
          </QuietButton>
        )}
      </Field>
    </Card>
  )
}
