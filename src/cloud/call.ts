import { contracts, functionFor, type ActionName, type CallInput, type Output } from '@/domain/contracts'
import { answerSchema } from '@/domain/shared/envelope'
import { AppError } from '@/domain/shared/errors'
import { randomId } from '@/platform/random-id'
import { cloud } from './provider'
import { within } from './timeout'

const patience = 15_000
/** Printing a hundred papers takes the cloud up to a minute. */
const patienceOf = (action: ActionName): number => (functionFor(action) === 'print' ? 60_000 : patience)

/** The transport failed: nobody knows whether the request arrived, so a retry must repeat its request id. */
const asOffline = (): never => {
  throw new AppError('Offline')
}

/**
 * Asks the cloud for an action.
 * @param options.requestId one per intention; a retry repeats it, and is then answered with the first result.
 * @throws AppError `Offline` or `Timeout` where no answer came, else with the answer's code.
 */
export async function call<N extends ActionName>(
  action: N,
  input: CallInput<N>,
  options: { requestId?: string } = {},
): Promise<Output<N>> {
  const data = { action, requestId: options.requestId ?? randomId(), input }
  const sent = cloud()
    .then((client) => client.callFunction({ name: functionFor(action), data }))
    .catch(asOffline)
  const { result } = await within(patienceOf(action), sent, () => new AppError('Timeout'))
  const answer = answerSchema.safeParse(result)
  if (!answer.success) throw new AppError('Internal', { reason: 'envelope' })
  if (!answer.data.ok) throw new AppError(answer.data.error.code, answer.data.error.details)
  const output = contracts[action].output.safeParse(answer.data.data)
  if (!output.success) throw new AppError('Internal', { reason: 'output' })
  return output.data as Output<N>
}
