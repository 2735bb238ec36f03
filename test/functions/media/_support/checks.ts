import { mediaCheckSchema, type MediaCheck } from '@/domain/media/schema'
import { minutes } from '@/domain/shared/time'
import type { TestCloud } from '../../../support/test-cloud'
import { signalId } from '../../../support/signal-id'

let stored = 0

/** The way of a picture or a voice through WeChat's check, step by step. */
export const checksOf = ({ as, cloud }: TestCloud) => {
  const nameIn = (fileId: string): string => fileId.split('/').at(-1) ?? ''
  const ask = (): Promise<unknown> => cloud.timers.fire('timers', 'everyTenSeconds')
  const push = async (): Promise<void> => {
    cloud.clock.travel(minutes(1))
    await cloud.timers.runDue()
  }
  return {
    /** Somebody's phone puts a file into its own folder; of a name of its own, since verdicts are told by it. */
    upload: async (openid: string, name = 'photo'): Promise<string> => {
      const { folders } = await as(openid).call('account.uploadFolders', {})
      return cloud.storage.write(`photos/${folders[0]}/${name}-${(stored += 1)}.jpg`, Buffer.from([255, 216]))
    },
    isKept: (fileId: string): boolean => cloud.storage.read(fileId) !== null,
    /** How WeChat is going to judge it. */
    decide: (fileId: string, verdict: 'pass' | 'risky' | 'unreachable'): void =>
      cloud.mediaChecks.decide(nameIn(fileId), verdict),
    /** The clock asks what is to be asked. */
    ask,
    /** WeChat's verdicts arrive. */
    push,
    /** The clock asks, and the verdicts arrive. */
    judge: async (): Promise<void> => {
      await ask()
      await push()
    },
    /** What WeChat has been asked about, and not yet answered. */
    asked: (): string[] => cloud.mediaChecks.pending().map(({ url }) => nameIn(url.split('?')[0] ?? '')),
    nameIn,
    waiting: async (): Promise<MediaCheck[]> =>
      (await cloud.database.find('mediaChecks', {})).map((check) => mediaCheckSchema.parse(check)),
    signal: async (topic: string): Promise<number> =>
      ((await cloud.database.get('signals', signalId(topic))) as { n: number } | null)?.n ?? -1,
  }
}
