import { Button } from '@tarojs/components'
import { dataWords as words } from '@/copy/mine'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import styles from '../index.module.scss'

export interface PhoneButtonProps {
  onTaken: (phone: string) => void
}

/** My number, by WeChat's own button. */
export function PhoneButton({ onTaken }: PhoneButtonProps) {
  const { run } = useCommand('account.putPhone')
  const take = async (code: string | undefined): Promise<void> => {
    const done = code ? await run({ code }) : null
    if (!done) return
    onTaken(done.account.phone ?? '')
    toast(words.phoneKept)
  }
  return (
    <Button
      className={styles.phone}
      openType="getPhoneNumber"
      onGetPhoneNumber={({ detail }) => void take(detail.code)}
    >
      {words.phoneButton}
    </Button>
  )
}
