import type { ActionName, Output, ParsedInput } from '@/domain/contracts'
import type { Account } from '@/domain/account/schema'
import { canEditHandbook } from '@/domain/handbook/policy'
import type { Handbook } from '@/domain/handbook/schema'
import { AppError } from '@/domain/shared/errors'
import type { Call, Served } from '../../../_runtime/action'
import { checkText } from '../../../_runtime/safety'
import { action } from '../../../_runtime/serve'
import type { Store } from '../../../_runtime/store'
import { findHandbook } from '../../find-handbook'
import { presentHandbook } from './present'

type EditName = Extract<ActionName, `handbook.put${string}` | `handbook.remove${string}`>

/** What an edit changes, or AppError where it can't. */
type Change<N extends EditName> = (
  handbook: Handbook,
  input: ParsedInput<N>,
) => Partial<Pick<Handbook, 'services' | 'guide' | 'calendar' | 'quiet' | 'phone'>>

/** How many changes are remembered. */
const remembered = 50

/**
 * An edit of the handbook: decided on the version that was seen, written only onto that one, noted on its trail.
 * The first change of a community makes its own copy of the standard handbook.
 */
export const edit = <N extends EditName>(name: N, change: Change<N>): Served<N> =>
  action<N, Handbook, Handbook>(name, {
    fetch: ({ input, now, store }) => findHandbook(store, input.communityPath, now),
    load: async (_call, handbook) => handbook,
    allow: (actor, { _id }) => canEditHandbook(actor as Account, _id),
    handle: async (call, handbook) => {
      const actor = call.actor as Account
      const edited = await write(
        call as unknown as EditCall,
        actor,
        name,
        handbook,
        change(handbook, call.input),
      )
      return { handbook: presentHandbook(actor, edited) } as Output<N>
    },
  })

type EditCall = Pick<Call<EditName>, 'input' | 'store' | 'now' | 'requestId' | 'openid' | 'log'>

async function write(
  { input, store, now, openid, log }: EditCall,
  actor: Account,
  name: EditName,
  handbook: Handbook,
  fields: Partial<Handbook>,
): Promise<Handbook> {
  if (input.version !== handbook.version) throw new AppError('Conflict')
  await checkText(wordsIn(input).join('\n'), openid, log)
  const line = { at: now, by: actor._id, byName: actor.nickname, change: name, note: input.note }
  const edited: Handbook = {
    ...handbook,
    ...fields,
    version: handbook.version + 1,
    updatedAt: now,
    trail: [...handbook.trail, line].slice(-remembered),
  }
  if (!(await save(store, handbook, edited))) throw new AppError('Conflict')
  return edited
}

async function save(store: Store, before: Handbook, after: Handbook): Promise<boolean> {
  const { _id, ...fields } = after
  if ((await store.handbooks.update({ _id, version: before.version }, fields)) === 1) return true
  return before.version === 0 && (await store.handbooks.insertOnce(after)).isNew
}

/** All that was written in an edit, however it is nested: what the platform's check has to see. */
const wordsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : []
}
