import { useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { handbookWords as words } from '@/copy/handbook'
import type { Service } from '@/domain/handbook/schema'
import { newEntryId } from '@/features/handbook-editor/entry-id'
import { HandbookPart } from './_components/handbook-part'
import { ServiceForm } from './_components/service-form'

/** A service that has nothing special yet: an hour, within two hours or a day and a half of work. */
const newService = (): Service => ({
  id: newEntryId(),
  name: '',
  description: '',
  icon: 'hand',
  words: [],
  example: '',
  deed: '',
  questions: [],
  skills: [],
  minutes: 60,
  response: { urgentMinutes: 120, usualMinutes: 900 },
  hints: [],
  people: 1,
  guideId: null,
  auto: [],
  isActive: true,
})

/** One service of the handbook, or a new one. */
export default function ServicePage() {
  const [fresh] = useState(newService)
  return (
    <HandbookPart
      render={(handbook, id) => {
        const service = id === '' ? fresh : handbook.services.find((one) => one.id === id)
        return service ? (
          <ServiceForm handbook={handbook} service={service} />
        ) : (
          <EmptyState words={words.gone} />
        )
      }}
    />
  )
}
