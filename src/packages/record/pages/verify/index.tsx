import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { ErrorState } from '@/components/error-state'
import { ReasonSheet } from '@/components/reason-sheet'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { TextField } from '@/components/text-field'
import { verifyWords as words } from '@/copy/certificate'
import { certificateCodeIn, spokenCode } from '@/domain/certificate/code'
import { VerdictCard } from '@/features/record/verdict-card'
import { useAction } from '@/features/session/use-action'
import { useCommand } from '@/features/session/use-command'
import { scanAddress } from '@/platform/scan'
import { toast } from '@/platform/toast'
import { paramText } from '@/routes'
import styles from './index.module.scss'

/** 核验证明: is this paper true? Opened by the code on it, or with its number typed; without an account too. */
export default function VerifyPage() {
  const given = certificateCodeIn(paramText(useRouter().params.scene))
  const [code, setCode] = useState<string | null>(given)
  return (
    <Screen>
      {code !== null && <VerdictOf code={code} />}
      <CodeForm initial={given} onCheck={setCode} />
    </Screen>
  )
}

function CodeForm({ initial, onCheck }: { initial: string | null; onCheck: (code: string) => void }) {
  const [typed, setTyped] = useState(initial === null ? '' : spokenCode(initial))
  const [isWrong, setIsWrong] = useState(false)
  const check = (): void => {
    const code = certificateCodeIn(typed)
    setIsWrong(code === null)
    if (code !== null) onCheck(code)
  }
  const scan = async (): Promise<void> => {
    const address = await scanAddress()
    if (address === null) return
    const code = certificateCodeIn(address)
    if (code === null) return toast(words.notOurs)
    setTyped(spokenCode(code))
    setIsWrong(false)
    onCheck(code)
  }
  return (
    <Card>
      <TextField
        label={words.label}
        value={typed}
        placeholder={words.placeholder}
        maxLength={20}
        hint={words.hint}
        error={isWrong ? words.wrong : undefined}
        onChange={(value) => {
          setTyped(value)
          setIsWrong(false)
        }}
      />
      <View className={styles.buttons}>
        <QuietButton onClick={() => void scan()}>{words.scan}</QuietButton>
        <PrimaryButton onClick={check}>{words.check}</PrimaryButton>
      </View>
    </Card>
  )
}

/** What the cloud says of a code; staff of the community may take the paper back. */
function VerdictOf({ code }: { code: string }) {
  const { data, error, refetch } = useAction('certificate.verify', { code })
  const { run, isRunning } = useCommand('certificate.revoke')
  const [isRevoking, setIsRevoking] = useState(false)
  if (!data) return error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton count={1} />
  const revoke = async (reason: string): Promise<void> => {
    if (!(await run({ code, reason }))) return
    setIsRevoking(false)
    toast(words.revokeDone)
  }
  const mayRevoke = data.state !== 'unknown' && data.allowedActions.includes('revoke')
  return (
    <View>
      <VerdictCard verdict={data} />
      {mayRevoke && <QuietButton onClick={() => setIsRevoking(true)}>{words.revoke}</QuietButton>}
      {isRevoking && (
        <ReasonSheet
          title={words.revokeTitle}
          consequence={words.revokeCheck}
          reasons={words.revokeReasons}
          wordsLabel={words.revokeWords}
          confirmWords={words.revoke}
          isRunning={isRunning}
          onConfirm={(reason) => void revoke(reason)}
          onClose={() => setIsRevoking(false)}
        />
      )}
    </View>
  )
}
