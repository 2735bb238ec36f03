import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { SwitchRow } from '@/components/switch-row'
import { handbookWords, serviceWords as words, serviceWrong } from '@/copy/handbook'
import type { HandbookView } from '@/domain/handbook/contract'
import { serviceSchema, type Service } from '@/domain/handbook/schema'
import { MeanwhileNote } from '@/features/handbook-editor/meanwhile-note'
import { OrderFields } from '@/features/handbook-editor/order-fields'
import { SaveForm } from '@/features/handbook-editor/save-form'
import { useDraft } from '@/features/handbook-editor/use-draft'
import { useSave } from '@/features/handbook-editor/use-save'
import { WhoseField } from '@/features/handbook-editor/whose-field'
import { wrongFields } from '@/features/handbook-editor/wrong-fields'
import { BasicFields } from './basic-fields'
import styles from '../index.module.scss'

interface ServiceFormProps {
  handbook: HandbookView
  service: Service
}

/** Minutes of work in a day of this office. */
const dayLengthOf = ({ calendar }: HandbookView): number =>
  calendar.hours.reduce((sum, { from, to }) => sum + to - from, 0)

/** One service, all of it. */
export function ServiceForm({ handbook, service }: ServiceFormProps) {
  const draft = useDraft(service, handbook.version)
  const { save, isSaving } = useSave(handbook)
  const { value, change } = draft
  const keep = async (note: string): Promise<void> => {
    const saved = await save('handbook.putService', { service: value, note }, handbookWords.saved)
    if (saved !== null) void Taro.navigateBack()
  }
  return (
    <SaveForm
      wrong={wrongFields(serviceSchema, value, serviceWrong)}
      isSaving={isSaving}
      onSave={(note) => void keep(note)}
    >
      <MeanwhileNote draft={draft} trail={handbook.trail} />
      <SwitchRow
        label={words.isActive}
        hint={words.isActiveHint}
        isOn={value.isActive}
        onChange={(isActive) => change({ isActive })}
      />
      <View className={styles.gap} />
      <BasicFields service={value} onChange={change} />
      <WhoseField
        guide={handbook.guide}
        guideId={value.guideId}
        onChange={(guideId) => change({ guideId })}
      />
      {value.guideId === null && (
        <OrderFields service={value} dayLength={dayLengthOf(handbook)} onChange={change} />
      )}
    </SaveForm>
  )
}
