import { posix, win32 } from 'node:path'
import type { Surroundings } from './surroundings'

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]

const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge']

const windowsPrograms = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
]

function linuxPaths(env: Surroundings['env']): string[] {
  const folders = [...(env['PATH'] ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(
    Boolean,
  )
  const onPath = linuxNames.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
  return [...onPath, '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge']
}

function macPaths(env: Surroundings['env']): string[] {
  const folders = ['/Applications', ...(env['HOME'] ? [`${env['HOME']}/Applications`] : [])]
  return macApps.flatMap((app) => folders.map((folder) => `${folder}/${app}.app/Contents/MacOS/${app}`))
}

function windowsPaths(env: Surroundings['env']): string[] {
  const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
    (folder) => folder !== undefined,
  )
  return windowsPrograms.flatMap((program) => folders.map((folder) => win32.join(folder, program)))
}

/** Where Chrome, Chromium and Edge usually are on this kind of machine, best first. */
export function installedPaths({ platform, env }: Surroundings): string[] {
  if (platform === 'darwin') return macPaths(env)
  if (platform === 'win32') return windowsPaths(env)
  return [...new Set(linuxPaths(env))]
}
