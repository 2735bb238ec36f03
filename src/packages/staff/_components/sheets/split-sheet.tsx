import { View } from '@tarojs/components'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { TextField } from '@/components/text-field'
import { deskWords } from '@/copy/dispatch'
import type { Service } from '@/domain/handbook/schema'
import { useAction } from '@/features/session/use-action'
import type { SheetProps } from './desk-sheet'
import { EventForm } from './event-form'
import styles from './sheets.module.scss'
import { useSettle } from './use-settle'

/** As many further orders as one order may give. */
const mostParts = 5

interface Part {
  serviceId: string
  text: string
}
const newPart: Part = { serviceId: '', text: '' }
const isWhole = ({ serviceId, text }: Part): boolean => serviceId !== '' && text.trim().length >= 2

interface PartFieldsProps {
  index: number
  part: Part
  services: readonly Service[]
  onChange: (part: Part) => void
  onDrop: (() => void) | null
}

function PartFields({ index, part, services, onChange, onDrop }: PartFieldsProps) {
  return (
    <View className={styles.piece}>
      <View className={styles.head}>
        <View>{deskWords.part(index + 1)}</View>
        {onDrop && (
          <QuietButton isCompact onClick={onDrop}>
            {deskWords.dropPart}
          </QuietButton>
        )}
      </View>
      <TextField
        isMultiline
        label={deskWords.partText}
        value={part.text}
        maxLength={500}
        onChange={(text) => onChange({ ...part, text })}
      />
      <Field label={deskWords.partService}>
        <Choices
          choices={services.map(({ id, name }) => ({ value: id, label: name }))}
          isChosen={(id) => id === part.serviceId}
          onChoose={(serviceId) => onChange({ ...part, serviceId })}
        />
      </Field>
    </View>
  )
}

/** Further orders for what was asked in one breath; the order itself stays. */
export function SplitSheet({ order, onClose }: SheetProps) {
  const query = useAction('handbook.get', { communityPath: order.communityPath })
  const [parts, setParts] = useState<readonly Part[]>([newPart])
  const { make, isRunning } = useSettle(onClose)
  const services = (query.data?.handbook.services ?? []).filter(
    ({ isActive, guideId }) => isActive && guideId === null,
  )
  const send = (): void => {
    const whole = parts.map(({ serviceId, text }) => ({ serviceId, text: text.trim() }))
    void make('split', order._id, { parts: whole })
  }
  return (
    <EventForm
      event="split"
      isReady={parts.every(isWhole)}
      isRunning={isRunning}
      onConfirm={send}
      onClose={onClose}
    >
      {parts.map((part, index) => (
        <PartFields
          key={index}
          index={index}
          part={part}
          services={services}
          onChange={(next) => setParts(parts.map((one, at) => (at === index ? next : one)))}
          onDrop={parts.length > 1 ? () => setParts(parts.filter((_, at) => at !== index)) : null}
        />
      ))}
      {parts.length < mostParts && (
        <View className={styles.part}>
          <QuietButton isCompact onClick={() => setParts([...parts, newPart])}>
            {deskWords.addPart}
          </QuietButton>
        </View>
      )}
    </EventForm>
  )
}
