import { buildFunctions } from '../functions/build'
import { buildStreet } from '../street/page/build'
import { hashOf, isBuilt, markBuilt } from './freshness'
import { binOf, runNode } from './run'

interface Build {
  /** What is built, in words. */
  title: string
  /** Files and folders that it is made from. */
  sources: readonly string[]
  make(): Promise<void>
}

/** @throws Error with the end of what the build printed */
const taro = (platform: 'weapp' | 'h5') => async (): Promise<void> => {
  const { code, output } = await runNode(
    [binOf('@tarojs/cli/bin/taro'), 'build', '--type', platform, '--no-check'],
    {
      isQuiet: true,
      env: { NODE_ENV: 'production' },
    },
  )
  // Taro ends with 0 even where webpack failed.
  if (code !== 0 || /✖|Module build failed|编译失败/.test(output)) throw new Error(output.slice(-3000))
}

const app = [
  'src',
  'config/index.ts',
  'config/prod.ts',
  'config/babel.config.js',
  'package.json',
  'tsconfig.json',
]

export const builds = {
  functions: {
    title: '云函数 (cloud functions)',
    sources: ['cloudfunctions', 'src/domain', 'src/copy', 'config/functions', 'package.json'],
    make: buildFunctions,
  },
  h5: { title: '手机页面 (H5)', sources: [...app, 'local-cloud/client'], make: taro('h5') },
  weapp: { title: '微信小程序 (weapp)', sources: app, make: taro('weapp') },
  street: { title: '街景页 (the street)', sources: ['config/street', 'package.json'], make: buildStreet },
} as const satisfies Record<string, Build>

export type BuildName = keyof typeof builds

/** Builds those that are missing or older than their sources, one after the other, and tells how long each takes. */
export async function ensureBuilt(names: readonly BuildName[]): Promise<void> {
  for (const name of names) {
    const { title, sources, make } = builds[name]
    const hash = await hashOf(sources)
    if (await isBuilt(name, hash)) continue
    const done = tellProgress(`正在构建${title}`)
    await make()
    await markBuilt(name, hash)
    done()
  }
}

/** Says what is being done, and every ten seconds that it still is; answers how to say that it's done. */
function tellProgress(what: string): () => void {
  const startedAt = Date.now()
  const seconds = (): number => Math.round((Date.now() - startedAt) / 1000)
  console.log(`${what} …`)
  const timer = setInterval(() => console.log(`  ${what} … ${seconds()} 秒`), 10_000)
  return () => {
    clearInterval(timer)
    console.log(`  ${what}，好了，用了 ${seconds()} 秒`)
  }
}
