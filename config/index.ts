import { resolve } from 'node:path'
import { defineConfig } from '@tarojs/cli'
import type { IProjectConfig } from '@tarojs/taro/types/compile/config/project'
import webpack from 'webpack'
import devConfig from './dev'
import prodConfig from './prod'

const root = resolve(__dirname, '..')

/** Published as ES2018 and later: old WeChat base libraries need them (and what both ends share) as ES5. */
const transpiled = [
  /node_modules[\\/](zod|@tanstack|minisearch|qrcode)[\\/]/,
  (file: string) => file.startsWith(resolve(root, 'local-cloud/client')),
]

/** What terser does by itself, and Taro switches off to build faster: 11 KB of the main package. */
const terserDefaults = {
  collapse_vars: true,
  comparisons: true,
  hoist_props: true,
  inline: true,
  negate_iife: true,
  properties: true,
  reduce_vars: true,
  switches: true,
}

/** Names that say where they come from, for who looks; short ones in what is sent to phones. */
const generateScopedName =
  process.env.NODE_ENV === 'production' ? '[hash:base64:6]' : '[name]__[local]___[hash:base64:5]'
const cssModules = { enable: true, config: { namingPattern: 'module', generateScopedName } }

type Chain = Parameters<NonNullable<NonNullable<IProjectConfig<'webpack5'>['mini']>['webpackChain']>>[0]
/** Its type leaves out what `postcss-pxtransform` reads. */
const pixels = { targetUnit: 'px' } as unknown as { targetUnit: 'rem' }

/** The top level of the repository holds no babel config, so the loader is told where it is. */
function useOurBabelConfig(chain: Chain): void {
  chain.module
    .rule('script')
    .use('babelLoader')
    .tap((options: object) => ({ ...options, configFile: resolve(__dirname, 'babel.config.js') }))
}

/** Read by `src/cloud`: what differs from one deployment to the next. */
const env = { TARO_APP_CLOUD_ENV: JSON.stringify(process.env.TARO_APP_CLOUD_ENV ?? '') }

const base: IProjectConfig<'webpack5'> = {
  projectName: 'jiamenkou',
  date: '2026-1-1',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  plugins: ['@tarojs/plugin-html', resolve(__dirname, 'aria-plugin.js')],
  env,
  defineConstants: {},
  copy: { patterns: [], options: {} },
  alias: { '@': resolve(root, 'src') },
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  // A Chinese letter is three bytes as itself and six when escaped: the main package may have 1,024 KB.
  terser: { config: { compress: terserDefaults, output: { ascii_only: false } } },
  mini: {
    optimizeMainPackage: { enable: true },
    miniCssExtractPluginOption: { ignoreOrder: true },
    compile: { include: transpiled },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules },
    webpackChain(chain) {
      useOurBabelConfig(chain)
      // Why ours: see the file.
      const abortController = [resolve(root, 'src/platform/abort-controller.ts'), 'AbortController']
      chain.plugin('abort-controller').use(webpack.ProvidePlugin, [{ AbortController: abortController }])
      // zod can describe its schemas as JSON Schema: 11 KB that no phone asks for.
      const unasked = [/json-schema-processors\.js$/, resolve(__dirname, 'unasked.js')] as const
      chain.plugin('unasked').use(webpack.NormalModuleReplacementPlugin, [...unasked])
      // Nothing happens where rules and words are merely loaded: what no phone asks of them stays out of the package.
      const rulesAndWords = [resolve(root, 'src/domain'), resolve(root, 'src/copy')]
      chain.module.rule('pure').include.merge(rulesAndWords).end().set('sideEffects', false)
    },
  },
  h5: {
    publicPath: '/phone/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: transpiled },
    output: { filename: 'js/[name].[hash:8].js', chunkFilename: 'js/[name].[chunkhash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[hash:8].css',
      chunkFilename: 'css/[name].[chunkhash:8].css',
    },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      // Pixels stay pixels: the desk is also used at 960 px and more, where type must not grow with the window.
      pxtransform: { enable: true, config: pixels },
      cssModules,
    },
    webpackChain(chain) {
      useOurBabelConfig(chain)
      // What several pages need is loaded, and minified, once.
      chain.optimization.splitChunks({ chunks: 'all' })
    },
  },
}

export default defineConfig<'webpack5'>((merge) =>
  Promise.resolve(merge({}, base, process.env.NODE_ENV === 'development' ? devConfig : prodConfig)),
)
