import { View } from '@tarojs/components'
import { useState, type PropsWithChildren } from 'react'
import { QuietButton } from '@/components/button'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { mapWords as words } from '@/copy/place'
import type { AreaView } from '@/domain/place/contract'
import { useCommands } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { NameSheet } from './name-sheet'
import styles from './place.module.scss'
import { useKeeper } from './use-keeper'

interface AreaHeadProps {
  area: AreaView
  /** Something else is being done: not now. */
  isBusy?: boolean
  onGone: () => void
}

type Open = 'name' | 'retire' | null

const parentOf = (path: string): string => path.replace(/[^/]+\/$/, '')

/** Where one is, with its numbers; for those who keep it, a new name or off the map, beside what the page offers. */
export function AreaHead({ area, isBusy = false, onGone, children }: PropsWithChildren<AreaHeadProps>) {
  // As `canKeepArea`: by those who keep what it lies in.
  const isKeeper = useKeeper(parentOf(area._id))
  const { run, isRunning } = useCommands()
  const [open, setOpen] = useState<Open>(null)
  const close = (): void => setOpen(null)

  const rename = async (name: string, onFailure: (error: unknown) => boolean): Promise<void> => {
    const input = { parentPath: parentOf(area._id), areaPath: area._id, name }
    if (!(await run('place.putArea', input, { onFailure }))) return
    close()
    toast(words.saved)
  }
  const retire = async (): Promise<void> => {
    if (!(await run('place.retireArea', { areaPath: area._id }))) return close()
    toast(words.retired)
    onGone()
  }
  return (
    <View className={styles.head}>
      <View className={styles.title}>{area.fullName}</View>
      <View className={styles.soft}>{words.counts(area.householdCount, area.residentCount)}</View>
      {!isBusy && (isKeeper || children) && (
        <View className={styles.tools}>
          {children}
          {isKeeper && (
            <>
              <QuietButton isCompact onClick={() => setOpen('name')}>
                {words.rename}
              </QuietButton>
              <QuietButton isCompact onClick={() => setOpen('retire')}>
                {words.retire}
              </QuietButton>
            </>
          )}
        </View>
      )}
      {open === 'name' && (
        <NameSheet
          title={words.rename}
          level={area.level}
          name={area.name}
          isRunning={isRunning}
          onSave={(name, onFailure) => void rename(name, onFailure)}
          onClose={close}
        />
      )}
      <ConfirmSheet
        isOpen={open === 'retire'}
        isDanger
        title={words.retireTitle(area.name)}
        consequence={words.retireCheck(area.level)}
        confirmWords={words.retire}
        isRunning={isRunning}
        onConfirm={() => void retire()}
        onClose={close}
      />
    </View>
  )
}
