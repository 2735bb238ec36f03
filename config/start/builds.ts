import { buildFunctions } from '../functions/build'
import { buildStreet } from '../street/page/build'
import { hashOf, isBuilt, markBuilt } from './freshness'
import { binOf, runNode } from './run'
import { Sentence } from './sentences'

interface Build {
  /** What is built, in words. */
  title: string
  /** Files and folders that it is made from. */
  sources: readonly string[]
  /** A file that is there once it was built. */
  result: string
  make(): Promise<void>
}

/** @throws Sentence with the end of what the build printed */
const taro = (platform: 'weapp' | 'h5') => async (): Promise<void> => {
  const { code, output } = await runNode(
    [binOf('@tarojs/cli/bin/taro'), 'build', '--type', platform, '--no-check'],
    {
      isQuiet: true,
      env: { NODE_ENV: 'production' },
    },
  )
  // Taro ends with 0 even where webpack failed.
  if (code !== 0 || /✖|Module build failed|编译失败/.test(output)) {
    throw new Sentence(
      `${output.trim().slice(-3000)}\n\n没有构建成功，原因在上面；改好以后再运行一次。(The ${platform} build failed; see above)`,
    )
  }
}

const app = [
  'src',
  'config/index.ts',
  'config/prod.ts',
  'config/babel.config.js',
  'config/aria-components.js',
  'config/aria-plugin.js',
  'config/aria-runtime.mjs',
  'config/unasked.js',
  'package.json',
  'tsconfig.json',
]

export const builds = {
  functions: {
    title: '云函数 (cloud functions)',
    sources: ['cloudfunctions', 'src/domain', 'src/copy', 'config/functions', 'package.json'],
    result: 'dist/cloudfunctions/order/index.js',
    make: buildFunctions,
  },
  h5: {
    title: '手机页面 (H5)',
    sources: [...app, 'local-cloud/client'],
    result: 'dist/h5/index.html',
    make: taro('h5'),
  },
  weapp: {
    title: '微信小程序 (weapp)',
    sources: [...app, 'project.config.json'],
    result: 'dist/weapp/app.json',
    make: taro('weapp'),
  },
  street: {
    title: '街景页 (the street)',
    sources: ['config/street', 'src/copy', 'package.json'],
    result: 'dist/street/index.html',
    make: buildStreet,
  },
} as const satisfies Record<string, Build>

export type BuildName = keyof typeof builds

/** Builds those that are missing or older than their sources, side by side, and tells how long each takes. */
export async function ensureBuilt(names: readonly BuildName[]): Promise<void> {
  await Promise.all(names.map(ensureOne))
}

async function ensureOne(name: BuildName): Promise<void> {
  const { title, sources, result, make } = builds[name]
  const hash = await hashOf(sources)
  if (await isBuilt(name, hash, result)) return
  const done = tellProgress(`正在构建${title}`)
  try {
    await make()
  } finally {
    done()
  }
  await markBuilt(name, hash)
}

/** Says what is being done, and every ten seconds that it still is; answers how to say that it's over. */
function tellProgress(what: string): () => void {
  const startedAt = Date.now()
  const seconds = (): number => Math.round((Date.now() - startedAt) / 1000)
  console.log(`${what} …`)
  const timer = setInterval(() => console.log(`  ${what} … ${seconds()} 秒`), 10_000)
  return () => {
    clearInterval(timer)
    console.log(`  ${what}，用了 ${seconds()} 秒`)
  }
}
