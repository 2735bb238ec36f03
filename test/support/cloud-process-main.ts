import path from 'node:path'
import { collections } from '../../cloudfunctions/_database/collections'
import { messagePush } from '../../cloudfunctions/_database/message-push'
import { startCloud } from '../../local-cloud/start-cloud'
import { anAccount } from './factories/account'
import { neighbourhoodAreas } from './test-cloud'
import { functionEnv } from './test-key'

/** The process that `cloud-process.ts` starts: tells its parent where it listens and how to sign in. */
async function main(): Promise<void> {
  const cloud = await startCloud({
    messagePush,
    env: 'test',
    dataDir: process.argv[2] ?? null,
    functionsDir: path.resolve(__dirname, '../../dist/cloudfunctions'),
    functionEnv,
    collections,
    strict: true,
  })
  const residents = Array.from({ length: 4 }, (_, n) =>
    anAccount({ _id: `resident-${n}`, openid: `openid-${n}` }),
  )
  if ((await cloud.database.count('accounts')) === 0) {
    await cloud.database.insert('accounts', residents)
    await cloud.database.insert('areas', neighbourhoodAreas)
  }
  const { token } = cloud.personas.create({ id: 'resident', openid: 'openid-0', name: '李阿姨' })
  process.send?.({ url: cloud.url, token })
}

void main()
