import { Button } from '@tarojs/components'
import styles from './agree-button.module.scss'

interface AgreeButtonProps {
  children: string
  onAgree: () => void
}

/** Agrees to the privacy guide: WeChat takes it from a tap on this very button, and lets us ask from then on. */
export const AgreeButton = ({ children, onAgree }: AgreeButtonProps) => (
  <Button
    id="agree-privacy"
    className={styles.agree}
    openType="agreePrivacyAuthorization"
    onAgreePrivacyAuthorization={onAgree}
  >
    {children}
  </Button>
)
