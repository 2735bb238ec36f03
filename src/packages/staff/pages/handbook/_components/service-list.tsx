import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/empty-state'
import { handbookWords as words } from '@/copy/handbook'
import type { HandbookView } from '@/domain/handbook/contract'
import type { Service } from '@/domain/handbook/schema'
import { useSave } from '@/features/handbook-editor/use-save'
import { open, routes } from '@/routes'
import { ServiceRow } from './service-row'

/** What can be asked for here. */
export function ServiceList({ handbook }: { handbook: HandbookView }) {
  const { save } = useSave(handbook)
  const [switching, setSwitching] = useState<string | null>(null)
  const flip = async (service: Service): Promise<void> => {
    setSwitching(service.id)
    const isActive = !service.isActive
    const thanks = isActive ? words.turnedOn : words.turnedOff
    await save('handbook.putService', { service: { ...service, isActive } }, thanks)
    setSwitching(null)
  }
  return (
    <>
      {handbook.services.length === 0 && <EmptyState words={words.servicesEmpty} />}
      {handbook.services.length > 0 && (
        <Card isFlush>
          {handbook.services.map((service) => (
            <ServiceRow
              key={service.id}
              service={service}
              isRunning={switching === service.id}
              onOpen={() => open(routes.handbookService(handbook._id, service.id))}
              onSwitch={() => void flip(service)}
            />
          ))}
        </Card>
      )}
      <QuietButton onClick={() => open(routes.handbookService(handbook._id))}>{words.addService}</QuietButton>
    </>
  )
}
