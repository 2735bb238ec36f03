import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { TextField } from '@/components/text-field'
import { common } from '@/copy/common'
import { noticeButtonWords, noticeForm as words } from '@/copy/notice-form'
import type { DraftButton, Lack } from './notice-draft'
import type { ServiceSource } from './use-services'
import styles from './notice-form.module.scss'

const kinds = ['none', 'order', 'page', 'call'] as const satisfies readonly DraftButton['kind'][]
const pages = ['guide', 'directory', 'orders', 'chat'] as const

/** Each kind with nothing said of it yet. */
const begun: { readonly [K in DraftButton['kind']]: Extract<DraftButton, { kind: K }> } = {
  none: { kind: 'none' },
  order: { kind: 'order', serviceId: '' },
  page: { kind: 'page', page: 'guide' },
  call: { kind: 'call', name: '', phone: '' },
}

interface ButtonFieldsProps {
  button: DraftButton
  source: ServiceSource
  lacks: readonly Lack[]
  onChange: (button: DraftButton) => void
}

/** What a notice asks to do: nothing, a service, a page of ours, a call. */
export function ButtonFields({ button, source, lacks, onChange }: ButtonFieldsProps) {
  return (
    <View>
      <Field label={words.button} hint={words.buttonHint}>
        <Choices
          choices={kinds.map((kind) => ({ value: kind, label: words.buttons[kind] }))}
          isChosen={(kind) => kind === button.kind}
          onChoose={(kind) => kind !== button.kind && onChange(begun[kind])}
        />
      </Field>
      {button.kind === 'order' && (
        <ServiceField
          button={button}
          source={source}
          error={lacks.includes('service') ? words.serviceMissing : undefined}
          onChange={onChange}
        />
      )}
      {button.kind === 'page' && (
        <Field label={words.page}>
          <Choices
            choices={pages.map((page) => ({ value: page, label: noticeButtonWords.page[page] }))}
            isChosen={(page) => page === button.page}
            onChoose={(page) => onChange({ kind: 'page', page })}
          />
        </Field>
      )}
      {button.kind === 'call' && (
        <View>
          <TextField
            label={words.callName}
            placeholder={words.callNameField}
            value={button.name}
            maxLength={20}
            onChange={(name) => onChange({ ...button, name })}
          />
          <TextField
            label={words.callPhone}
            placeholder={words.callPhoneField}
            value={button.phone}
            maxLength={20}
            error={lacks.includes('call') ? words.callMissing : undefined}
            onChange={(phone) => onChange({ ...button, phone: phone.replace(/[^0-9-]/g, '') })}
          />
        </View>
      )}
    </View>
  )
}

interface ServiceFieldProps {
  button: Extract<DraftButton, { kind: 'order' }>
  source: ServiceSource
  error?: string
  onChange: (button: DraftButton) => void
}

function ServiceField({ button, source, error, onChange }: ServiceFieldProps) {
  if (!source.services && !source.hasFailed) return <View className={styles.part}>{common.loading}</View>
  if (!source.services) {
    return (
      <View className={styles.part}>
        <QuietButton isCompact onClick={() => void source.refetch()}>
          {words.servicesLost}
        </QuietButton>
      </View>
    )
  }
  return (
    <Field label={words.service} error={error}>
      <Choices
        choices={source.services.map(({ id, name }) => ({ value: id, label: name }))}
        isChosen={(id) => id === button.serviceId}
        onChoose={(serviceId) => onChange({ kind: 'order', serviceId })}
      />
    </Field>
  )
}
