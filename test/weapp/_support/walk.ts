import { openWeappHost } from '../../support/weapp-host'
import { describeError } from '../../support/weapp-host/recorder'
import type { WeappHost } from '../../support/weapp-host/weapp-host'
import { StubCloud } from './stub-cloud'

const MOST_TAPS_PER_PAGE = 5
const STILL_MS = 30
/** Healthy pages speak within about a second: the app's queries fail, and it says so. */
const PATIENCE_MS = 3000

/** What a stranger sees who opens a build and taps on what the first page and the tab pages say. */
export interface Walk {
  /** Why it did not start, if it did not. */
  refusal: string | null
  /** The first screen, and the screen after each tap. */
  screens: string[]
  /** How many taps changed the screen, called the cloud, or made the phone do something. */
  answeredTaps: number
  errors: string[]
}

/** Any build can be walked: nothing is known of it but app.json, and its cloud answers with nothing. */
export async function walk(dist: string): Promise<Walk> {
  const cloud = new StubCloud()
  const walked: Walk = { refusal: null, screens: [], answeredTaps: 0, errors: [] }
  let host: WeappHost | undefined
  try {
    host = await openWeappHost({ dist, wxCloud: cloud })
    await tapAround(host, cloud, walked)
    for (const { text } of host.tabBar().slice(1)) {
      await host.tapTab(text)
      await tapAround(host, cloud, walked)
    }
    walked.errors.push(...host.errors)
  } catch (error) {
    walked.refusal = describeError(error)
  } finally {
    await host?.close()
  }
  return walked
}

async function tapAround(host: WeappHost, cloud: StubCloud, walked: Walk): Promise<void> {
  const home = host.route
  const see = () =>
    `${host.route} ${host.toasts.length} ${host.modals.length} ${host.deviceActions.length}\n${host.text()}`
  const traffic = () => cloud.calls.length + host.setDataStats().count
  await calm(host)
  walked.screens.push(see())
  for (const words of host.text().split('\n').slice(0, MOST_TAPS_PER_PAGE)) {
    if (!host.has({ text: words })) continue
    const before = [see(), traffic()].join()
    await host.tap({ text: words })
    await calm(host)
    walked.screens.push(see())
    if (before !== [see(), traffic()].join()) walked.answeredTaps += 1
    while (host.routes.length > 1) await host.back()
    const tab = host.tabBar().find(({ pagePath }) => pagePath === home)
    if (tab && host.route !== home) await host.tapTab(tab.text)
  }
}

/** Until the page has said something and then kept still; a page that never speaks ends the walk. */
async function calm(host: WeappHost): Promise<void> {
  await host.waitForText(/\S/, { timeoutMs: PATIENCE_MS })
  for (let before = -1; before !== host.setDataStats().count;) {
    before = host.setDataStats().count
    await new Promise((resolve) => setTimeout(resolve, STILL_MS))
  }
}
