import path from 'node:path'
import { fileURLToPath } from 'node:url'

const rootDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const transform = {
  '^.+\\.(t|j)sx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
}

/** Everything that runs in Node: domain, functions, flows, the local cloud, the compiled WeChat build, the browser loop. */
const node = (name) => ({
  displayName: name,
  rootDir,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1' },
  transform,
})

/** Pages and components in jsdom, with Taro's components as plain DOM elements. */
const pages = {
  displayName: 'pages',
  rootDir,
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/test/pages/**/*.test.tsx'],
  setupFilesAfterEnv: ['<rootDir>/test/pages/_support/setup.ts'],
  transform,
  transformIgnorePatterns: ['/node_modules/(?!(@nutui|lodash-es|echarts|zrender)/)'],
  moduleNameMapper: {
    '^@nutui/nutui-react-taro$': '<rootDir>/test/pages/_support/nutui.ts',
    '^(lottie-react|@nutui/lottie-miniprogram)$': '<rootDir>/test/pages/_support/empty.js',
    '^@tarojs/components$': '<rootDir>/test/pages/_support/taro-components.tsx',
    '^@tarojs/taro$': '<rootDir>/test/pages/_support/taro.ts',
    '\\.(css|scss|less)$': '<rootDir>/test/pages/_support/empty.js',
    '\\.(png|jpg|svg)$': '<rootDir>/test/pages/_support/empty.js',
    '^@/(.*)$': '<rootDir>/src/$1',
  },
}

/** @type {import('jest').Config} */
const config = {
  rootDir,
  // Two cores, shared with builds and browsers: a slow machine is no failure.
  testTimeout: 30_000,
  globalSetup: '<rootDir>/config/jest.setup.ts',
  projects: [
    node('domain'),
    node('local-cloud'),
    node('functions'),
    node('flows'),
    node('config'),
    node('weapp'),
    node('e2e'),
    pages,
  ],
}

export default config
