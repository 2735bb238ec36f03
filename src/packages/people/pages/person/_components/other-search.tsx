import { View } from '@tarojs/components'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { ListStates, wholeList } from '@/components/list-states'
import { TextField } from '@/components/text-field'
import { finding, merging } from '@/copy/residents'
import type { ChosenArea } from '@/features/invite/area-steps'
import { useAction } from '@/features/session/use-action'
import { ResidentLine } from '../../../_components/resident-line'

interface OtherSearchProps {
  area: ChosenArea
  exceptId: string
  /** What the one is called, who may be called the same. */
  name: string
  onChoose: (userId: string) => void
}

/** The other account of a person, by name; most often it is the same name. */
export function OtherSearch({ area, exceptId, name, onChoose }: OtherSearchProps) {
  const [words, setWords] = useState(name)
  const [asked, setAsked] = useState(name)
  const found = useAction(
    'resident.find',
    { areaPath: area.areaPath, by: { kind: 'name', name: asked } },
    { isEnabled: asked !== '' },
  )
  return (
    <View>
      <Card>
        <TextField label={merging.other} value={words} maxLength={20} onChange={setWords} />
        <QuietButton isCompact isDisabled={words.trim() === ''} onClick={() => setAsked(words.trim())}>
          {finding.find}
        </QuietButton>
      </Card>
      {asked !== '' && (
        <ListStates
          list={wholeList(found, ({ items }) => items.filter(({ userId }) => userId !== exceptId))}
          keyOf={(row) => `${row.userId}@${row.areaPath}${row.roomNumber}`}
          empty={{ art: 'door', words: merging.none }}
          render={(row) => (
            <Card isFlush>
              <ResidentLine row={row} hasHome onClick={() => onChoose(row.userId)} />
            </Card>
          )}
          skeletonCount={1}
        />
      )}
    </View>
  )
}
