import { Button } from '@tarojs/components'
import { useCommand } from '@/features/session/use-command'
import { classNames } from './class-names'
import styles from './phone-button.module.scss'

export interface PhoneButtonProps {
  children: string
  onTaken: (phone: string) => void
  /** Where the number may be left, that it fails is nothing to be told of. */
  isSilent?: boolean
  className?: string
}

/** My number, by WeChat's own button. */
export function PhoneButton({ children, onTaken, isSilent = false, className }: PhoneButtonProps) {
  const { run } = useCommand('account.putPhone', { isSilent })
  const take = async (code: string | undefined): Promise<void> => {
    const done = code ? await run({ code }) : null
    if (done) onTaken(done.account.phone ?? '')
  }
  return (
    <Button
      className={classNames(styles.phone, className)}
      openType="getPhoneNumber"
      onGetPhoneNumber={({ detail }) => void take(detail.code)}
    >
      {children}
    </Button>
  )
}
