import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { hasConsented } from '@/features/invitation/consent'
import { useAction } from '@/features/session/use-action'
import { invitationCodeIn } from '@/platform/invitation-code'
import { openInstead, paramText, routes } from '@/routes'
import { JoinForm } from './_components/join-form'

/** Who I am and where I live; only for those who have agreed to be asked. */
export default function JoinFormPage() {
  const { params } = useRouter()
  const code = invitationCodeIn(paramText(params.scene)) ?? ''
  const [mayAsk, setMayAsk] = useState(false)
  const { data, error, refetch } = useAction('invitation.look', { code }, { isEnabled: code !== '' })
  useEffect(() => {
    void hasConsented().then((has) => (has && code !== '' ? setMayAsk(true) : openInstead(routes.join(code))))
  }, [code])
  if (data && mayAsk) return <JoinForm code={code} look={data} />
  return <Screen>{error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton count={2} />}</Screen>
}
