import { useRouter } from '@tarojs/taro'
import { EmptyState } from '@/components/empty-state'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { errorWords } from '@/copy/errors'
import { joinWords } from '@/copy/pages'
import { AppError } from '@/domain/shared/errors'
import { useAction } from '@/features/session/use-action'
import { invitationCodeIn } from '@/platform/invitation-code'
import { open, paramText, routes } from '@/routes'
import { JoinFlow } from './_components/join-flow'

export default function JoinPage() {
  const { params } = useRouter()
  const code = invitationCodeIn(paramText(params.scene))
  const { data, error, refetch } = useAction(
    'invitation.look',
    { code: code ?? '' },
    { isEnabled: code !== null },
  )
  if (data && code !== null) return <JoinFlow code={code} look={data} />
  const toHome = { words: joinWords.toHome, onClick: () => open(routes.home) }
  if (code === null) {
    return (
      <Screen>
        <EmptyState art="letterbox" words={joinWords.noCode} action={toHome} />
      </Screen>
    )
  }
  if (error instanceof AppError && error.code === 'InvitationUnknown') {
    return (
      <Screen>
        <EmptyState art="letterbox" words={errorWords(error)} action={toHome} />
      </Screen>
    )
  }
  return <Screen>{error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton count={2} />}</Screen>
}
