import { openWeappHost } from '../support/weapp-host'
import { readBuild } from '../support/weapp-host/dist-files'
import type { WeappHostOptions } from '../support/weapp-host/types'
import type { WeappHost } from '../support/weapp-host/weapp-host'
import { builtApp } from './_support/builds'
import { deadCloud, StubCloud } from './_support/stub-cloud'

jest.setTimeout(30_000)

/** Retries of the app's queries end within it. */
const PATIENCE_MS = 12_000

const hosts: WeappHost[] = []

async function open(options: Partial<WeappHostOptions> = {}): Promise<WeappHost> {
  const host = await openWeappHost({ dist: builtApp(), wxCloud: new StubCloud(), ...options })
  hosts.push(host)
  return host
}

afterEach(async () => {
  for (const host of hosts.splice(0)) await host.close()
})

/** What must hold for every page of every build, whatever the app is about. */
describe('the compiled app', () => {
  it('starts, and carries little from logic to view', async () => {
    const host = await open()
    await host.waitForText(/\S/, { timeoutMs: PATIENCE_MS })
    expect(host.errors).toEqual([])
    // WeChat takes 1,024 KB in one call; beyond some tens of KB old phones stutter.
    expect(host.setDataStats().largestBytes).toBeLessThan(128 * 1024)
  })

  it('has no page that stays without words, or breaks, while the cloud is down', async () => {
    const opened = await Promise.all(
      readBuild(builtApp()).pages.map(async (path) => ({
        path,
        host: await open({ wxCloud: deadCloud(), launch: { path } }),
      })),
    )
    const silent = await Promise.all(
      opened.map(async ({ path, host }) => {
        const spoke = host.waitForText(/\S/, { timeoutMs: PATIENCE_MS }).then(() => true)
        return (await spoke.catch(() => false)) ? [] : [path]
      }),
    )
    expect(silent.flat()).toEqual([])
    expect(opened.flatMap(({ path, host }) => host.errors.map((error) => `${path}: ${error}`))).toEqual([])
  })
})
