import { mkdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import terminalCode from 'qrcode-terminal'
import { collections } from '../../cloudfunctions/_database/collections'
import { messagePush } from '../../cloudfunctions/_database/message-push'
import { startCloud } from '../../local-cloud/start-cloud'
import { keyVariable } from '../../cloudfunctions/_runtime/keyring'
import { sealingWith } from '../../cloudfunctions/_runtime/sealing'
import { functionsDir } from '../functions/build'
import { keyFile, keyOfStreet } from '../street/key'
import { phones } from '../street/phones'
import { seedNeighbourhood } from '../street/seed'
import { ensureBuilt } from './builds'
import { lanAddress } from './lan'
import { Narrator } from './narrator'
import { readOptions, type StartOptions } from './options'
import { inRoot } from './paths'
import { fail } from './sentences'
import { answerStreet } from './street-routes'

/** A street that is open. */
export interface Street {
  /** The page with the phones. */
  url: string
  /** Where a real phone on the same network opens one; null without a network. */
  phoneUrl: string | null
  close(): Promise<void>
}

/** Removes what a street keeps in `folder`, unless one is still open on the port: it would lose its data under its feet. */
async function forget(folder: string, port: number, host: string): Promise<void> {
  const isOpen = await new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(true))
    probe.listen(port, host, () => probe.close(() => resolve(false)))
  })
  if (isOpen) return
  const kept = ['cloud.db', 'cloud.db-wal', 'cloud.db-shm', 'files', keyFile]
  await Promise.all(kept.map((name) => rm(path.join(folder, name), { recursive: true, force: true })))
}

/** Opens the demo neighbourhood on its own cloud; what it needs has been built. */
export async function openStreet({ port, host, dataDir, isFresh }: StartOptions): Promise<Street> {
  const folder = inRoot(dataDir)
  if (isFresh) await forget(folder, port, host)
  await mkdir(folder, { recursive: true })
  const key = await keyOfStreet(folder)
  const sealing = sealingWith(() => key)
  const lan = host === '0.0.0.0' ? lanAddress() : null
  const phoneUrlAt = (at: number): string | null => lan && `http://${lan}:${at}/phone/?persona=linxiao`
  const codeUrlAt = (at: number, scene: string, page = 'pages/join/index'): string =>
    `${phoneUrlAt(at) ?? `http://127.0.0.1:${at}/phone/?persona=linxiao`}#/${page}?scene=${scene}`
  const open: { narrator?: Narrator } = {}
  const cloud = await startCloud({
    messagePush,
    env: 'street',
    dataDir: folder,
    functionsDir,
    functionEnv: { [keyVariable]: key },
    collections,
    port,
    host,
    timers: true,
    codeUrl: ({ scene, page }) => codeUrlAt(cloud.port, scene, page),
    extend: (request, response, url) =>
      answerStreet(request, response, url, {
        cloud: () => cloud,
        narrator: () => {
          if (!open.narrator) throw new Error('the street is still opening')
          return open.narrator
        },
        lanUrl: phoneUrlAt(cloud.port),
      }),
  })
  await seedNeighbourhood(cloud, {
    codeUrl: (scene) => codeUrlAt(cloud.port, scene),
    sealing,
  })
  open.narrator = await new Narrator(cloud, sealing).begin()
  return {
    url: `http://127.0.0.1:${cloud.port}/`,
    phoneUrl: phoneUrlAt(cloud.port),
    close: async () => {
      open.narrator?.stop()
      await cloud.close()
    },
  }
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  await ensureBuilt(['functions', 'h5', 'street'])
  const street = await openStreet(options)
  console.log(`\n  街景开门了：${street.url}   (the street is open)`)
  console.log(`  ${phones.map(({ name, role }) => `${name}（${role}）`).join(' · ')}`)
  if (street.phoneUrl) {
    terminalCode.generate(street.phoneUrl, { small: true }, (code) => {
      console.log(`\n  用同一个网络里的手机扫一扫，用林晓的手机打开：\n\n${code.replace(/^/gm, '  ')}`)
    })
  }
  console.log(`  数据在 ${options.dataDir}/，下次接着用；重新开始：npm start -- --fresh。按 Ctrl-C 关门。\n`)
  let isClosing = false
  const close = (): void => {
    // npm passes Ctrl-C on although the terminal has told us already: the second one must not cut the closing short.
    if (isClosing) return
    isClosing = true
    street.close().then(() => process.exit(0), fail)
  }
  process.on('SIGINT', close).on('SIGTERM', close)
}

if (require.main === module) main().catch(fail)
