import { Button } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { invite } from '@/copy/invite'
import { routes } from '@/routes'
import styles from './code-sheet.module.scss'

/** Sends the code to a chat of WeChat: whoever opens it comes to the same page as by scanning. */
export function ShareButton({ code, title }: { code: string; title: string }) {
  useShareAppMessage(() => ({ title: title.slice(0, 40), path: routes.join(code) }))
  return (
    <Button className={styles.share} openType="share">
      {invite.share}
    </Button>
  )
}
