import { assemble } from './assemble'
import type { WeappHostOptions } from './types'
import { WeappHost } from './weapp-host'

/**
 * Opens a compiled WeChat build in Node.
 * @throws Error if there is no build, or if its app or first page doesn't start.
 */
export async function openWeappHost(options: WeappHostOptions): Promise<WeappHost> {
  const host = new WeappHost(assemble(options))
  try {
    await host.start()
  } catch (error) {
    await host.close()
    throw error
  }
  return host
}
