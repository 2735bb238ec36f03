import { WebSocket } from 'ws'
import { collections } from '../../cloudfunctions/_database/collections'
import { messagePush } from '../../cloudfunctions/_database/message-push'
import { functionsDir } from '../../config/functions/build'
import { seedNeighbourhood } from '../../config/street/seed'
import { createCloudClient, type CloudClient } from '../../local-cloud/client/cloud-client'
import type { ClientSocket, WatchHandlers, Watcher } from '../../local-cloud/client/types'
import { startCloud, type LocalCloud } from '../../local-cloud/start-cloud'
import { functionEnv, testSealing } from './test-key'

/** The demo neighbourhood in memory, strict about indexes: what `npm start` shows. */
export async function startStreetCloud(): Promise<LocalCloud> {
  const cloud = await startCloud({
    messagePush,
    env: 'street',
    dataDir: null,
    functionsDir,
    functionEnv,
    collections,
    strict: true,
  })
  const codeUrl = (scene: string): string => `http://phone.test/#/pages/join/index?scene=${scene}`
  await seedNeighbourhood(cloud, { codeUrl, sealing: testSealing })
  return cloud
}

/** `wx.cloud` on a phone, and how to hang up: a watch that is left open joins again for ever. */
export interface WxCloud {
  wxCloud: ReturnType<typeof wxCloudOn>
  hangUp(): void
}

/** `wx.cloud` on the phone of one of the demo's people, for the compiled WeChat build. */
export function connectPhone(cloud: LocalCloud, personaId: string): WxCloud {
  const persona = cloud.personas.byId(personaId)
  if (!persona) throw new Error(`nobody is called ${personaId}`)
  const webSocket = WebSocket as unknown as new (url: string) => ClientSocket
  const client = createCloudClient({ url: cloud.url, token: persona.token, webSocket })
  const watchers: Watcher[] = []
  return {
    wxCloud: wxCloudOn(client, watchers),
    hangUp: () => watchers.forEach((watcher) => void watcher.close()),
  }
}

const wxCloudOn = (client: CloudClient, watchers: Watcher[]) => ({
  ...client,
  database: () => ({
    command: { in: (values: unknown[]) => ({ $in: values }) },
    collection: (name: string) => ({
      where: (query: Record<string, unknown>) => ({
        watch: (handlers: WatchHandlers) => {
          const watcher = client.database().collection(name).where(query).watch(handlers)
          watchers.push(watcher)
          return watcher
        },
      }),
    }),
  }),
  // A phone hands over the path of a file; what is in it does not matter here.
  uploadFile: ({ cloudPath }: { cloudPath: string }) =>
    client.uploadFile({ cloudPath, filePath: new Uint8Array([0xff, 0xd8, 0xff, 0xd9]) }),
})
