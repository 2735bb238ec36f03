import { openWeappHost } from '../support/weapp-host'
import { readBuild } from '../support/weapp-host/dist-files'
import type { WeappHostOptions } from '../support/weapp-host/types'
import type { WeappHost } from '../support/weapp-host/weapp-host'
import { builtApp } from './_support/builds'
import { deadCloud, StubCloud } from './_support/stub-cloud'

jest.setTimeout(30_000)

/** Retries of the app's queries end within it. */
const PATIENCE_MS = 12_000
/** More pages at a time only wait for each other. */
const atOnce = 6

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
    const { pages } = readBuild(builtApp())
    const silent: string[] = []
    const errors: string[] = []
    for (let from = 0; from < pages.length; from += atOnce) {
      const looked = await Promise.all(pages.slice(from, from + atOnce).map(lookAt))
      for (const { path, hasSpoken, host } of looked) {
        if (!hasSpoken) silent.push(path)
        errors.push(...host.errors.map((error) => `${path}: ${error}`))
        await host.close()
      }
    }
    expect({ silent, errors }).toEqual({ silent: [], errors: [] })
  }, 240_000)
})

async function lookAt(path: string): Promise<{ path: string; hasSpoken: boolean; host: WeappHost }> {
  const host = await open({ wxCloud: deadCloud(), launch: { path } })
  const spoke = host.waitForText(/\S/, { timeoutMs: PATIENCE_MS }).then(() => true)
  return { path, hasSpoken: await spoke.catch(() => false), host }
}
