// The way in on a bare machine: plain JavaScript and Node's own modules only, since nothing is installed yet.
// node config/bootstrap.mjs <start|test|check|shots> [arguments]
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const lock = path.join(root, '.ci/package-lock.json')
const stamp = path.join(root, 'node_modules/.jiamenkou-stamp')
const tasks = ['start', 'test', 'check', 'shots']

/** What the installed packages must fit: a hash of package.json and of the lock. */
export async function fingerprint() {
  const hash = createHash('sha256')
  for (const file of [path.join(root, 'package.json'), lock]) hash.update(await readFile(file))
  return hash.digest('hex')
}

/** Is everything installed as package.json and the lock want it? */
export async function isInstalled(wanted) {
  return (await readFile(stamp, 'utf8').catch(() => '')) === wanted
}

/** Runs a program in this terminal; answers its exit code, 1 where a signal ended it. */
function run(command, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env,
      shell: process.platform === 'win32',
    })
    const pass = (signal) => child.kill(signal)
    process.on('SIGINT', pass).on('SIGTERM', pass)
    child.on('error', reject)
    child.on('exit', (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass)
      resolve(code ?? 1)
    })
  })
}

async function install() {
  const wanted = await fingerprint()
  if (await isInstalled(wanted)) return
  console.log('正在安装依赖，第一次要两三分钟 … (installing packages, two or three minutes the first time)')
  // The lock is kept in .ci/, since the top level is fixed; npm wants it at the root.
  await copyFile(lock, path.join(root, 'package-lock.json'))
  const code = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) {
    console.error(
      '依赖没有装好：请看上面 npm 的话，检查网络后再试。(npm could not install; see above, then try again)',
    )
    process.exit(code)
  }
  await writeFile(stamp, wanted)
}

async function main() {
  const [task, ...args] = process.argv.slice(2)
  if (Number(process.versions.node.split('.')[0]) < 20) {
    console.error(
      `需要 Node.js 20 或更新的版本，这里是 ${process.versions.node}。(Node.js 20 or newer is needed)`,
    )
    process.exit(1)
  }
  if (!tasks.includes(task)) {
    console.error(`node config/bootstrap.mjs ${tasks.join('|')}`)
    process.exit(1)
  }
  await install()
  process.exit(await run(process.execPath, ['--import', 'tsx', `config/start/${task}.ts`, ...args]))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
