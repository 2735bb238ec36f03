import { accessSync, constants, existsSync } from 'node:fs'

/** What the choice of a browser depends on; tests bring their own. */
export interface Surroundings {
  platform: NodeJS.Platform
  arch: string
  env: Readonly<Record<string, string | undefined>>
  isRoot: boolean
  /** Is there a program at this path? */
  isProgram(path: string): boolean
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** This machine. */
export const thisMachine = (): Surroundings => ({
  platform: process.platform,
  arch: process.arch,
  env: process.env,
  isRoot: process.getuid?.() === 0,
  isProgram: process.platform === 'win32' ? existsSync : isProgram,
})

/** Can packages be installed with Debian's apt? */
export const hasApt = ({ platform, isRoot, isProgram: has }: Surroundings): boolean =>
  platform === 'linux' && isRoot && has('/usr/bin/apt-get')
