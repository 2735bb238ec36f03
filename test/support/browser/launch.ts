import { chromium, type Browser } from 'playwright-core'
import { findBrowser, type FoundBrowser } from './find-browser'

/** Starts the browser that this machine has or can get (see `findBrowser`); close it when done. */
export async function launch(found?: FoundBrowser): Promise<Browser> {
  const { executablePath, args } = found ?? (await findBrowser())
  return chromium.launch({ executablePath, args, headless: true })
}
