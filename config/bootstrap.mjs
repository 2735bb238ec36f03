// The way in on a bare machine: plain JavaScript and Node's own modules only, since nothing is installed yet.
// node config/bootstrap.mjs <start|test|check|bench|build|shots> [arguments]
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, writeFile } from 'node:fs/promises'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isInstalled, lockIn, stampIn, wantedIn } from './installed.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
/** The program of each task, in config/start. */
const tasks = {
  start: 'main.ts',
  test: 'test.ts',
  check: 'check.ts',
  bench: 'bench.ts',
  build: 'build.ts',
  shots: 'shots.ts',
}
const oldest = [20, 6]

/** Runs a program in this terminal; answers its exit code, as a shell does where a signal ended it. */
function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    const pass = (signal) => child.kill(signal)
    // Ctrl-C reaches the child from the terminal itself; a second one would cut short its closing.
    const passInterrupt = process.stdin.isTTY ? () => undefined : pass
    process.on('SIGINT', passInterrupt).on('SIGTERM', pass).on('SIGHUP', pass)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      process.off('SIGINT', passInterrupt).off('SIGTERM', pass).off('SIGHUP', pass)
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}

async function npm(...args) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args])
  return run('npm', args, { shell: process.platform === 'win32' })
}

async function install() {
  if (!(await isInstalled(root))) {
    console.log('正在安装依赖，第一次要两三分钟 … (installing packages, two or three minutes the first time)')
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps']
    const hasLock = existsSync(lockIn(root))
    // npm wants the lock at the root. A registry that lacks parts of it makes `ci` refuse all; `install` does without.
    if (hasLock) await copyFile(lockIn(root), path.join(root, 'package-lock.json'))
    let code = hasLock ? await npm('ci', '--loglevel=silent', ...options) : 1
    if (code !== 0)
      code = await npm('install', '--loglevel=error', ...(hasLock ? [] : ['--no-package-lock']), ...options)
    if (code !== 0) {
      console.error(
        '依赖没有装好：请看上面 npm 的话，检查网络后再试。(npm could not install; see above, then try again)',
      )
      process.exit(code)
    }
  }
  await writeFile(stampIn(root), await wantedIn(root))
}

const [task, ...args] = process.argv.slice(2)
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  console.error(
    `需要 Node.js ${oldest.join('.')} 或更新的版本，这里是 ${process.versions.node}：到 nodejs.org 装一个新的再来。` +
      '(A newer Node.js is needed)',
  )
  process.exit(1)
}
if (!Object.hasOwn(tasks, task)) {
  console.error(`node config/bootstrap.mjs ${Object.keys(tasks).join('|')}`)
  process.exit(1)
}
await install()
process.exit(await run(process.execPath, ['--import', 'tsx', `config/start/${tasks[task]}`, ...args]))
