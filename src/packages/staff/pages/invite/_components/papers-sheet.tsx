import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { eachNames, paperHints, paperNames, printWords as words } from '@/copy/print-page'
import { eachSchema, paperSchema, type Each, type Paper } from '@/domain/print/contract'
import { placeLevelOf, type AreaPath, type PlaceLevel } from '@/domain/shared/area'
import { AreaSteps, type ChosenArea } from '@/features/invite/area-steps'
import { usePapers, type Papers } from '@/features/print/use-papers'
import styles from './papers-sheet.module.scss'

/** Of what a file of papers can be. */
const levels = ['community', 'estate', 'building'] as const satisfies readonly PlaceLevel[]

interface PapersSheetProps {
  /** Those that I look after; the first is chosen. */
  areas: readonly ChosenArea[]
  onClose: () => void
}

const papers = paperSchema.options.map((value) => ({ value, label: paperNames[value] }))

/** What an area can be divided into: of a stairwell or a micro-grid there is one paper. */
function divisionsOf(areaPath: AreaPath): readonly Each[] {
  const level = areaPath === '' ? null : placeLevelOf(areaPath)
  return level === 'unit' || level === 'grid' ? [level] : eachSchema.options
}

function PaperField({ chosen, onChoose }: { chosen: Paper; onChoose: (paper: Paper) => void }) {
  return (
    <Field label={words.paper} hint={paperHints[chosen]}>
      <Choices choices={papers} isChosen={(value) => value === chosen} onChoose={onChoose} />
    </Field>
  )
}

/** What came of it, while it is made and after. */
function Outcome({ papers: { isPrinting, file, openAgain, isOpening, progress } }: { papers: Papers }) {
  if (isPrinting) {
    const told = progress ? words.progress(progress.done, progress.of) : words.making
    return <View className={styles.hint}>{told}</View>
  }
  if (progress) return <View className={styles.hint}>{words.stopped(progress.done, progress.of)}</View>
  if (!file) return null
  return (
    <View className={styles.outcome}>
      <View>{file.codes === 1 ? words.oneMade : words.made(file.codes, file.made)}</View>
      <View className={styles.hint}>{words.openHint}</View>
      <QuietButton isLoading={isOpening} onClick={() => void openAgain()}>
        {words.open}
      </QuietButton>
    </View>
  )
}

/** Prints the codes of a whole area: where, one for what, poster or slips. Mount it to open it. */
export function PapersSheet({ areas, onClose }: PapersSheetProps) {
  const [area, setArea] = useState<ChosenArea>(areas[0] ?? { areaPath: '', areaName: '' })
  const [wanted, setWanted] = useState<Each>('building')
  const [paper, setPaper] = useState<Paper>('poster')
  const printing = usePapers()
  const { areaName, areaPath } = area
  const divisions = divisionsOf(areaPath)
  const each = divisions.find((one) => one === wanted) ?? divisions[0] ?? wanted
  return (
    <Sheet isOpen title={words.title} onClose={onClose}>
      <AreaSteps areas={areas} chosen={area} levels={levels} onChoose={setArea} />
      <Field label={words.each}>
        <Choices
          choices={divisions.map((value) => ({ value, label: eachNames[value] }))}
          isChosen={(value) => value === each}
          onChoose={setWanted}
        />
      </Field>
      <PaperField chosen={paper} onChoose={setPaper} />
      <Outcome papers={printing} />
      <PrimaryButton
        isLoading={printing.isPrinting}
        isDisabled={areaPath === ''}
        onClick={() => void printing.printArea({ areaPath, each, paper }, areaName)}
      >
        {words.make}
      </PrimaryButton>
    </Sheet>
  )
}

/** Prints one code. Mount it to open it. */
export function CodePaperSheet({
  code,
  areaName,
  onClose,
}: {
  code: string
  areaName: string
  onClose: () => void
}) {
  const [paper, setPaper] = useState<Paper>('poster')
  const printing = usePapers()
  return (
    <Sheet isOpen title={words.title} onClose={onClose}>
      <PaperField chosen={paper} onChoose={setPaper} />
      <Outcome papers={printing} />
      <PrimaryButton
        isLoading={printing.isPrinting}
        onClick={() => void printing.printCode({ code, paper }, areaName)}
      >
        {words.make}
      </PrimaryButton>
    </Sheet>
  )
}
