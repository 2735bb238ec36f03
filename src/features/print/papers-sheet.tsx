import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { eachNames, paperHints, paperNames, printWords as words } from '@/copy/print-page'
import { eachSchema, paperSchema, type Each, type Paper } from '@/domain/print/contract'
import type { AreaPath } from '@/domain/shared/area'
import styles from './papers-sheet.module.scss'
import { usePapers, type Papers } from './use-papers'

export interface PapersArea {
  areaPath: AreaPath
  areaName: string
}

interface PapersSheetProps {
  /** Those that I look after; the first is chosen. */
  areas: readonly PapersArea[]
  onClose: () => void
}

const papers = paperSchema.options.map((value) => ({ value, label: paperNames[value] }))
const each = eachSchema.options.map((value) => ({ value, label: eachNames[value] }))

function PaperField({ chosen, onChoose }: { chosen: Paper; onChoose: (paper: Paper) => void }) {
  return (
    <Field label={words.paper} hint={paperHints[chosen]}>
      <Choices choices={papers} isChosen={(value) => value === chosen} onChoose={onChoose} />
    </Field>
  )
}

/** What came of it, while it is made and after. */
function Outcome({ papers: { isPrinting, file, openAgain, isOpening } }: { papers: Papers }) {
  if (isPrinting) return <View className={styles.hint}>{words.making}</View>
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
  const [areaPath, setAreaPath] = useState(areas[0]?.areaPath ?? '')
  const [division, setDivision] = useState<Each>('building')
  const [paper, setPaper] = useState<Paper>('poster')
  const printing = usePapers()
  const areaName = areas.find((area) => area.areaPath === areaPath)?.areaName ?? ''
  return (
    <Sheet isOpen title={words.title} onClose={onClose}>
      {areas.length > 1 && (
        <Field label={words.area}>
          <Choices
            choices={areas.map((area) => ({ value: area.areaPath, label: area.areaName }))}
            isChosen={(value) => value === areaPath}
            onChoose={setAreaPath}
          />
        </Field>
      )}
      <Field label={words.each}>
        <Choices choices={each} isChosen={(value) => value === division} onChoose={setDivision} />
      </Field>
      <PaperField chosen={paper} onChoose={setPaper} />
      <Outcome papers={printing} />
      <PrimaryButton
        isLoading={printing.isPrinting}
        isDisabled={areaPath === ''}
        onClick={() => void printing.printArea({ areaPath, each: division, paper }, areaName)}
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
