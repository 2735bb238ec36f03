import { useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { handbookWords as words } from '@/copy/handbook'
import type { GuideEntry } from '@/domain/handbook/schema'
import { newEntryId } from '@/features/handbook-editor/entry-id'
import { HandbookPart } from './_components/handbook-part'
import { EntryForm } from './_components/entry-form'

const newEntry = (): GuideEntry => ({
  id: newEntryId(),
  matter: '',
  words: [],
  name: '',
  phone: '',
  hours: '',
  advice: '',
})

/** One line of the responsibility guide, or a new one. */
export default function EntryPage() {
  const [fresh] = useState(newEntry)
  return (
    <HandbookPart
      render={(handbook, id) => {
        const entry = id === '' ? fresh : handbook.guide.find((one) => one.id === id)
        return entry ? (
          <EntryForm handbook={handbook} entry={entry} isNew={id === ''} />
        ) : (
          <EmptyState words={words.gone} />
        )
      }}
    />
  )
}
