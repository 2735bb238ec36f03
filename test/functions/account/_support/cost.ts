import type { ActionName, CallInput } from '@/domain/contracts'
import type { TestCloud } from '../../../support/test-cloud'

/** One call of which the waits are told. */
export interface Cost {
  readonly action: ActionName
  /** Where an action is called in more than one way: this one. */
  readonly way: string
  run(): Promise<void>
}

/** Makes them: who calls what with which input, which may have to be made first. */
export const costMaker =
  (test: Pick<TestCloud, 'as'>) =>
  <N extends ActionName>(
    action: N,
    who: string,
    input: CallInput<N> | (() => Promise<CallInput<N>>),
    way = '',
  ): Cost => ({
    action,
    way,
    run: async () => {
      const given = typeof input === 'function' ? await input() : input
      await test.as(who).call(action, given)
    },
  })
