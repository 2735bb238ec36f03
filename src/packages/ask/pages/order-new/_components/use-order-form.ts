import { useMemo, useState } from 'react'
import type { HandbookView } from '@/domain/handbook/contract'
import type { Danger, Service } from '@/domain/handbook/schema'
import { isCaretakerAt, isCaretakerInside, type Actor } from '@/domain/account/policy'
import type { Membership } from '@/domain/account/schema'
import { problemWords } from '@/copy/order-form'
import { serviceOf } from '@/features/order/draft-service'
import type { Draft } from '@/features/order/draft'
import { problemsOf, type Problem } from '@/features/order/draft-input'
import type { DraftState } from '@/features/order/use-draft'
import { useConsent } from '@/features/session/use-consent'
import { useSession } from '@/features/session/use-session'
import { toast } from '@/platform/toast'
import { useChecks, type Checks } from './use-checks'
import type { Places } from './use-places'
import { useSubmit, type Submit } from './use-submit'

export interface Given {
  state: DraftState
  handbook: HandbookView
  places: Places
  refreshHandbook: () => unknown
}

export interface OrderFormState extends Pick<Submit, 'isSending' | 'limit' | 'closeLimit' | 'placed'> {
  service: Service | null
  problems: Problem[]
  isStrict: boolean
  setStrict: (isStrict: boolean) => void
  first: Checks['first']
  dismiss: Checks['dismiss']
  mayChoosePeople: boolean
  /** The dangers that stop the form; none: go on. */
  stop: Danger[]
  onCalled: () => void
  onStopBack: () => void
  /** Sends it, unless something is missing (which it answers) or comes first. */
  submit: () => Promise<Problem | null>
}

/** Several are called up by those who look after the place; whose micro-grid another door is in, the cloud knows. */
function mayCallUp(actor: Actor, { homePath, isOtherDoor }: Draft, homes: readonly Membership[]): boolean {
  if (homePath === '') return false
  const home = isOtherDoor ? undefined : homes.find(({ areaPath }) => areaPath === homePath)
  return home ? isCaretakerAt(actor, home) : isCaretakerInside(actor, homePath)
}

/** What an order form knows and can do: beside the look of it. */
export function useOrderForm({ state, handbook, places, refreshHandbook }: Given): OrderFormState {
  const { account } = useSession()
  const { draft, change } = state
  const service = useMemo(() => serviceOf(handbook, draft), [handbook, draft])
  const problems = problemsOf(draft, service)
  const checks = useChecks({ draft, handbook, service, homes: places.homes })
  const sending = useSubmit({ state, service, allDangers: checks.allDangers, refreshHandbook })
  const consent = useConsent()
  const [isStrict, setStrict] = useState(false)
  const [isChecking, setChecking] = useState(false)
  /** The dangers at which they went back to change something. */
  const [waved, setWaved] = useState('')
  const refused = sending.refusedDangers.filter((danger) => !draft.seenDangers.includes(danger))
  const dangers = [...new Set([...checks.dangers, ...refused])]

  const submit = async (): Promise<Problem | null> => {
    setStrict(true)
    setWaved('')
    const [problem] = problems
    if (problem) {
      toast(problemWords[problem])
      return problem
    }
    // WeChat lets us ask only on the tap itself, so before anything is waited for.
    void consent('order')
    setChecking(true)
    const first = await checks.check()
    if (first === null) await sending.send()
    setChecking(false)
    return null
  }

  return {
    ...sending,
    isSending: sending.isSending || isChecking,
    service,
    problems,
    isStrict,
    setStrict,
    first: checks.first,
    dismiss: checks.dismiss,
    mayChoosePeople: account !== null && mayCallUp(account, draft, places.homes),
    stop: dangers.join() === waved ? [] : dangers,
    onCalled: () => change({ seenDangers: [...new Set([...draft.seenDangers, ...dangers])] }),
    onStopBack: () => setWaved(dangers.join()),
    submit,
  }
}
