import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { noticeForm as words, wholeAreaWords } from '@/copy/notice-form'
import { mostAreas } from '@/domain/notice/schema'
import { placeLevelOf, type AreaPath, type PlaceLevel } from '@/domain/shared/area'
import { useAction } from '@/features/session/use-action'
import { toast } from '@/platform/toast'
import { toggleArea, type CareArea } from './caretaking'
import styles from './notice-form.module.scss'

interface AreaChoiceProps {
  /** Those that I look after. */
  roots: readonly CareArea[]
  chosen: readonly CareArea[]
  error?: string
  onChange: (areas: CareArea[]) => void
}

/** Wide enough to be taken apart: estates into buildings, a community into estates. */
const isWide = (areaPath: AreaPath): boolean =>
  (['street', 'community', 'estate'] satisfies PlaceLevel[]).some((level) => level === placeLevelOf(areaPath))

const wholeOf = (areaPath: AreaPath): string => wholeAreaWords[placeLevelOf(areaPath)]
const nameOf = ({ areaName, areaPath }: CareArea): string => `${areaName}（${wholeOf(areaPath)}）`

/** Whom it goes to: buildings by chips, a whole estate at once; one who looks after one building has nothing to choose. */
export function AreaChoice({ roots, chosen, error, onChange }: AreaChoiceProps) {
  const [only] = roots
  if (roots.length === 1 && only && !isWide(only.areaPath)) {
    return (
      <Field label={words.area}>
        <View className={styles.only}>{nameOf(only)}</View>
      </Field>
    )
  }
  const toggle = (area: CareArea): void => {
    const next = toggleArea(chosen, area)
    if (next.length > mostAreas) toast(words.areaTooMany(mostAreas))
    else onChange(next)
  }
  const narrow = roots.filter(({ areaPath }) => !isWide(areaPath))
  const isChosen = ({ areaPath }: CareArea): boolean => chosen.some((one) => one.areaPath === areaPath)
  return (
    <Field label={words.area} hint={words.areaHint} error={error}>
      {narrow.length > 0 && (
        <Choices
          isMultiple
          choices={narrow.map((area) => ({ value: area, label: nameOf(area) }))}
          isChosen={isChosen}
          onChoose={toggle}
        />
      )}
      {roots
        .filter(({ areaPath }) => isWide(areaPath))
        .map((root) => (
          <Branch key={root.areaPath} root={root} isChosen={isChosen} onToggle={toggle} />
        ))}
    </Field>
  )
}

interface BranchProps {
  root: CareArea
  isChosen: (area: CareArea) => boolean
  onToggle: (area: CareArea) => void
}

/** A wide area: all of it at once, or what lies in it. */
function Branch({ root, isChosen, onToggle }: BranchProps) {
  const { data, error, refetch } = useAction('place.children', { areaPath: root.areaPath })
  const below = (data?.children ?? []).map(({ _id, fullName, name }) => ({
    area: { areaPath: _id, areaName: fullName },
    name,
  }))
  const leaves = below.filter(({ area }) => !isWide(area.areaPath))
  const whole = { value: root, label: wholeOf(root.areaPath) }
  return (
    <View className={styles.branch}>
      <View className={styles.branchName}>{root.areaName}</View>
      <Choices
        isMultiple
        choices={[whole, ...leaves.map(({ area, name }) => ({ value: area, label: name }))]}
        isChosen={isChosen}
        onChoose={onToggle}
      />
      {error && !data && (
        <View className={styles.retry}>
          <QuietButton isCompact onClick={() => void refetch()}>
            {words.areaLost}
          </QuietButton>
        </View>
      )}
      {below
        .filter(({ area }) => isWide(area.areaPath))
        .map(({ area }) => (
          <Branch key={area.areaPath} root={area} isChosen={isChosen} onToggle={onToggle} />
        ))}
    </View>
  )
}
