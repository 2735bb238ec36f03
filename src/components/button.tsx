import { Button, View } from '@tarojs/components'
import { aria, identity } from './aria'
import { classNames } from './class-names'
import styles from './button.module.scss'

export interface ButtonProps {
  /** A verb of two to four characters. */
  children: string
  onClick: () => void
  isLoading?: boolean
  isDisabled?: boolean
  /** Says more than the verb to screen readers: 接单：陪李奶奶去医院. */
  label?: string
  id?: string
  /** As wide as its words, instead of all of the width. */
  isCompact?: boolean
}

interface LookProps extends ButtonProps {
  look: 'primary' | 'quiet' | 'danger'
}

function PlainButton({
  children,
  onClick,
  isLoading = false,
  isDisabled = false,
  label,
  id,
  isCompact = false,
  look,
}: LookProps) {
  const isOff = isLoading || isDisabled
  return (
    <Button
      {...identity(id)}
      className={classNames(
        styles.button,
        styles[look],
        isCompact && styles.compact,
        isDisabled && styles.disabled,
      )}
      hoverClass={isOff ? 'none' : (styles.pressed ?? '')}
      aria-disabled={isOff}
      {...aria('button', label)}
      onClick={() => !isOff && onClick()}
    >
      {isLoading && <View className={styles.spinner} aria-hidden />}
      {children}
    </Button>
  )
}

/** The one thing to do next: at most one on a screen. */
export const PrimaryButton = (props: ButtonProps) => <PlainButton look="primary" {...props} />

/** Anything else that may be done. */
export const QuietButton = (props: ButtonProps) => <PlainButton look="quiet" {...props} />

/** What can't be undone; a `ConfirmSheet` goes before it. */
export const DangerButton = (props: ButtonProps) => <PlainButton look="danger" {...props} />
