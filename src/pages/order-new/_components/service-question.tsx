import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { orderFormWords } from '@/copy/pages'
import { serviceNames } from '@/copy/services'
import { services, type Service } from '@/domain/order/services'
import { serviceIcons } from '@/features/order/service-icon'

interface ServiceQuestionProps {
  value: Service
  onChange: (service: Service) => void
}

/** Which kind of help: tiles with a drawing and four characters. */
export function ServiceQuestion({ value, onChange }: ServiceQuestionProps) {
  const choices = services.map((service) => ({
    value: service,
    label: serviceNames[service],
    icon: serviceIcons[service],
  }))
  return (
    <Field label={orderFormWords.service}>
      <Choices isTiled choices={choices} isChosen={(service) => service === value} onChoose={onChange} />
    </Field>
  )
}
