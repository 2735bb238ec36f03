import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { SwitchRow } from '@/components/switch-row'
import { meWords } from '@/copy/pages'
import { setElderMode, useElderMode } from './elder-mode'
import styles from './elder-switch.module.scss'

/** Large type, on or off, with a line to see how large. */
export function ElderSwitch() {
  const isElder = useElderMode()
  return (
    <Card>
      <SwitchRow label={meWords.elder} hint={meWords.elderHint} isOn={isElder} onChange={setElderMode} />
      <View className={styles.preview}>{meWords.preview}</View>
    </Card>
  )
}
