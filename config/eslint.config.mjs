import { readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import react from 'eslint-plugin-react'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import tseslint from 'typescript-eslint'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Forbids imports whose path matches; `why` is what the reader is told. */
const forbid = (...patterns) => ({
  'no-restricted-imports': ['error', { patterns: patterns.map(([group, why]) => ({ group, message: why })) }],
})
const sdk = [['wx-server-sdk'], 'Only cloudfunctions/_runtime/sdk.ts knows the SDK.']
const server = [['**/cloudfunctions/**'], 'Phones reach the functions through src/cloud only.']
const project = [['@/**'], 'The local cloud knows nothing of this project.']
const localCloud = [['**/local-cloud/**'], 'Only src/cloud/*.h5.ts may know the local cloud.']
const screens = [
  [
    '@/features/*',
    '@/features/*/**',
    '@/pages/**',
    '@/packages/**',
    '@/components/**',
    '@/cloud/**',
    '@/platform/**',
  ],
  'The domain and the functions know no screens.',
]
const pureOnly = [
  ['@tarojs/*', 'react', 'react-dom', 'node:*', 'dayjs'],
  'The domain is pure TypeScript with zod.',
]
const features = readdirSync(path.join(root, 'src/features'))
/** What every feature may stand on. */
const common = ['session', 'elder']
const others = (feature) => [
  features
    .filter((one) => one !== feature && !common.includes(one))
    .flatMap((one) => [`@/features/${one}/**`, `**/features/${one}/**`]),
  "Features don't import each other; a page brings them together.",
]
const pages = [['@/pages/**', '@/packages/**'], 'Imports go one way: domain ← features ← pages.']

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'coverage/**',
      'node_modules/**',
      'config/babel.config.js',
      'test/weapp/fixtures/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}', 'test/pages/**/*.{ts,tsx}'],
    plugins: { react, 'react-hooks': reactHooks },
    settings: { react: { version: '18.3' } },
    rules: {
      ...react.configs.flat['jsx-runtime'].rules,
      ...reactHooks.configs.recommended.rules,
      'react/jsx-key': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: root },
      globals: {
        ...globals.es2021,
        wx: 'readonly',
        defineAppConfig: 'readonly',
        definePageConfig: 'readonly',
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
    },
  },
  { files: ['src/domain/**/*.{ts,tsx}'], rules: forbid(sdk, server, localCloud, screens, pureOnly) },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: [
      'src/domain/**/*.{ts,tsx}',
      'src/cloud/**/*.{ts,tsx}',
      'src/pages/**/*.{ts,tsx}',
      'src/packages/**/*.{ts,tsx}',
      'src/app*.{ts,tsx}',
    ],
    rules: {
      ...forbid(sdk, server, localCloud, pages),
      'no-restricted-properties': [
        'error',
        { property: 'cloud', message: 'The cloud is reached through src/cloud.' },
      ],
    },
  },
  ...features.map((feature) => ({
    files: [`src/features/${feature}/**/*.{ts,tsx}`],
    rules: forbid(sdk, server, localCloud, pages, others(feature)),
  })),
  {
    files: [
      'src/pages/**/*.{ts,tsx}',
      'src/packages/**/*.{ts,tsx}',
      'src/app*.{ts,tsx}',
      'src/cloud/*.weapp.ts',
    ],
    rules: forbid(sdk, server, localCloud),
  },
  {
    files: ['cloudfunctions/**/*.{ts,tsx}'],
    ignores: ['cloudfunctions/_runtime/sdk.ts'],
    rules: forbid(sdk, localCloud, screens),
  },
  { files: ['local-cloud/**/*.{ts,tsx}'], rules: forbid(project, server) },
  {
    files: ['test/**/*.{ts,tsx}'],
    ignores: ['test/support/fast-check.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-imports': [
        'error',
        { name: 'fast-check', message: 'Take fc from test/support: a gate says the same twice.' },
      ],
    },
  },
  {
    files: ['**/*.{mjs,js}'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { globals: globals.node },
  },
  { files: ['local-cloud/window/page/*.js'], languageOptions: { globals: globals.browser } },
  { files: ['**/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  prettier,
)
