import { Button } from '@tarojs/components'
import { joinedWords } from '@/copy/join'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import styles from './join-form.module.scss'

/** My number, by WeChat's own button; it may be left, and that it fails is nothing to be told of. */
export function PhoneButton() {
  const { run } = useCommand('account.putPhone', { isSilent: true })
  const take = async (code: string | undefined): Promise<void> => {
    if (code && (await run({ code }))) toast(joinedWords.phoneKept)
  }
  return (
    <Button
      className={styles.phone}
      openType="getPhoneNumber"
      onGetPhoneNumber={({ detail }) => void take(detail.code)}
    >
      {joinedWords.phone}
    </Button>
  )
}
