import { View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { classNames } from '@/components/class-names'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import { orderFormWords } from '@/copy/pages'
import { serviceNames } from '@/copy/services'
import { services, type Service } from '@/domain/order/services'
import { serviceIcons } from '@/features/order/service-icon'
import styles from './service-question.module.scss'

interface ServiceQuestionProps {
  value: Service
  onChange: (service: Service) => void
}

/** Which kind of help: tiles with a drawing and four characters. */
export function ServiceQuestion({ value, onChange }: ServiceQuestionProps) {
  return (
    <Field label={orderFormWords.service}>
      <View className={styles.tiles}>
        {services.map((service) => {
          const isOn = service === value
          return (
            <View
              key={service}
              className={classNames(styles.tile, isOn && styles.chosen)}
              aria-checked={isOn}
              {...aria('radio', serviceNames[service])}
              onClick={() => onChange(service)}
            >
              <Icon name={serviceIcons[service]} colour={isOn ? 'vest' : 'ink-2'} />
              <View>{serviceNames[service]}</View>
            </View>
          )
        })}
      </View>
    </Field>
  )
}
