import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { TextField } from '@/components/text-field'
import { catalogueWords } from '@/copy/order-form'
import type { HandbookView } from '@/domain/handbook/contract'
import { searchHandbook } from '@/domain/handbook/search'
import type { Service } from '@/domain/handbook/schema'
import { GuideAnswer } from '@/features/handbook/guide-answer'
import { serviceIcon } from '@/features/order/service-icon'
import styles from './order-form.module.scss'

interface CatalogueProps {
  handbook: HandbookView
  /** The service, and the words it was found with. */
  onChoose: (service: Service, words: string) => void
  /** They were told whose job it is and want to order all the same, with these words. */
  onInsist: (words: string, guideIds: string[]) => void
}

function ServiceTile({ service, onClick }: { service: Service; onClick: () => void }) {
  return (
    <Tap className={styles.service} label={service.name} onClick={onClick}>
      <Icon name={serviceIcon(service.icon)} size="large" colour="ink" />
      <View className={styles.serviceWords}>
        <View className={styles.serviceName}>{service.name}</View>
        <View className={styles.description}>{service.description}</View>
      </View>
    </Tap>
  )
}

/** All that can be asked for, and a search that understands everyday words; the guide answers what is others' job. */
export function Catalogue({ handbook, onChoose, onInsist }: CatalogueProps) {
  const [words, setWords] = useState('')
  const { services, guide } = searchHandbook(handbook, words)
  const [entry] = guide
  const isNothing = services.length === 0 && guide.length === 0
  const shown = isNothing ? searchHandbook(handbook, '').services : services
  return (
    <View>
      <TextField
        id="service-search"
        label={catalogueWords.label}
        value={words}
        placeholder={catalogueWords.placeholder}
        hint={isNothing ? catalogueWords.nothing : undefined}
        maxLength={40}
        onChange={setWords}
      />
      {entry && (
        <Card>
          <GuideAnswer
            entry={entry}
            communityPath={handbook._id}
            onInsist={() =>
              onInsist(
                words.trim(),
                guide.map(({ id }) => id),
              )
            }
          />
        </Card>
      )}
      <View className={styles.services}>
        {shown.map((service) => (
          <ServiceTile key={service.id} service={service} onClick={() => onChoose(service, words.trim())} />
        ))}
      </View>
    </View>
  )
}

/** What was chosen, or what the words seem to mean; and the way to another. */
export function ChosenService({
  service,
  isGuessed,
  onChange,
}: {
  service: Service
  isGuessed: boolean
  onChange: () => void
}) {
  return (
    <Field label={catalogueWords.label} hint={isGuessed ? catalogueWords.guessed : undefined}>
      <View id="chosen-service" className={styles.chosen}>
        <Icon name={serviceIcon(service.icon)} size="large" colour="ink" />
        <View className={styles.serviceName}>{service.name}</View>
        <Tap className={styles.change} onClick={onChange}>
          {catalogueWords.change}
        </Tap>
      </View>
    </Field>
  )
}
