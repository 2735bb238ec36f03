import { useRouter } from '@tarojs/taro'
import { EmptyState } from '@/components/empty-state'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { errorWords } from '@/copy/errors'
import { landingWords } from '@/copy/join'
import { joinWords } from '@/copy/pages'
import { AppError } from '@/domain/shared/errors'
import { useAction } from '@/features/session/use-action'
import { invitationCodeIn } from '@/platform/invitation-code'
import { open, paramText, routes } from '@/routes'
import { Landing } from './_components/landing'

/** What a scanned code opens: everything that one may know before being asked anything. */
export default function JoinPage() {
  const { params } = useRouter()
  const code = invitationCodeIn(paramText(params.scene))
  const { data, error, refetch } = useAction(
    'invitation.look',
    { code: code ?? '' },
    { isEnabled: code !== null },
  )
  if (data && code !== null) return <Landing code={code} look={data} />
  const toHome = { words: landingWords.lookAround, onClick: () => open(routes.home) }
  const isUnknown = error instanceof AppError && error.code === 'InvitationUnknown'
  if (code === null || isUnknown) {
    return (
      <Screen>
        <EmptyState
          art="letterbox"
          words={isUnknown ? errorWords(error) : joinWords.noCode}
          action={toHome}
        />
      </Screen>
    )
  }
  return <Screen>{error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton count={3} />}</Screen>
}
