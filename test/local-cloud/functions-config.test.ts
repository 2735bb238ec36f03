import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readFunctionConfig } from '../../local-cloud/functions/function-config'
import { rejection, startTestCloud } from './_support/cloud'

let dir: string
beforeEach(() => (dir = mkdtempSync(path.join(tmpdir(), 'config-'))))
afterEach(() => rmSync(dir, { recursive: true }))

const read = (text: string): ReturnType<typeof readFunctionConfig> => {
  const file = path.join(dir, 'config.json')
  writeFileSync(file, text)
  return readFunctionConfig(file)
}
const timer = { name: 'every', type: 'timer', config: '0 0 * * * * *' }

test('config: without one the defaults hold: 3 s, 256 MB, no permissions, no timers', () => {
  const defaults = { timeout: 3, memoryMb: 256, openapi: [], triggers: [] }
  expect(readFunctionConfig(path.join(dir, 'none.json'))).toEqual(defaults)
  expect(read('{}')).toEqual(defaults)
})

test('config: timeout, memorySize, permissions and triggers are read', () => {
  const given = { timeout: 20, memorySize: 512, permissions: { openapi: ['a.b'] }, triggers: [timer] }
  expect(read(JSON.stringify(given))).toEqual({
    timeout: 20,
    memoryMb: 512,
    openapi: ['a.b'],
    triggers: [timer],
  })
})

test.each([
  ['{', 'not JSON'],
  ['[]', 'not JSON|an object'],
  ['{"timeout": 0}', 'timeout must be a number above 0'],
  ['{"timeout": "3"}', 'timeout must be a number above 0'],
  ['{"memorySize": -1}', 'memorySize must be a number above 0'],
  ['{"permissions": []}', 'permissions must be an object'],
  ['{"permissions": {"openapi": "a"}}', 'permissions.openapi must be a list'],
  ['{"triggers": {}}', 'triggers must be a list'],
  ['{"triggers": [{"type": "timer", "config": "x"}]}', 'a trigger needs a name'],
  [`{"triggers": [{"name": "1st", "type": "timer", "config": "x"}]}`, 'a trigger needs a name'],
  [`{"triggers": [{"name": "${'n'.repeat(61)}", "type": "timer", "config": "x"}]}`, 'a trigger needs a name'],
  ['{"triggers": [{"name": "a", "type": "cron", "config": "x"}]}', "must be of type 'timer'"],
  ['{"triggers": [{"name": "a", "type": "timer"}]}', 'needs a config'],
  [JSON.stringify({ triggers: [timer, timer] }), 'every is used twice'],
])('config: %s is refused by name', (text, reason) => {
  expect(() => read(text)).toThrow(new RegExp(reason))
})

test('cloud: does not start with a timer it does not understand, and names it', async () => {
  mkdirSync(path.join(dir, 'tick'))
  writeFileSync(path.join(dir, 'tick', 'index.js'), 'exports.main = () => 1')
  const triggers = [{ ...timer, config: '0 0 25 * * * *' }]
  writeFileSync(path.join(dir, 'tick', 'config.json'), JSON.stringify({ triggers }))
  const error = await rejection(startTestCloud({ functionsDir: dir }))
  expect(error).toMatchObject({
    code: 'BadDefinition',
    message: expect.stringContaining("the hour '25'") as string,
  })
})

test('functionEnv: every function finds it in its environment; the cloud’s own names stay the cloud’s', async () => {
  const cloud = await startTestCloud({ functionEnv: { TEA: 'green', SCF_NAMESPACE: 'elsewhere' } })
  const answer = await cloud.functions.invoke('whoami', { next: 'whoami' }, { openid: 'openid-ann' })
  const env = { TEA: 'green', SCF_NAMESPACE: 'test' }
  expect(answer).toMatchObject({ env, next: { env } })
  await cloud.close()
})

test('functionEnv: without it functions see nothing of the machine’s own environment', async () => {
  process.env.TEA = 'black'
  const cloud = await startTestCloud()
  const { env } = (await cloud.functions.invoke('whoami', {}, { openid: 'openid-ann' })) as { env: object }
  expect(env).not.toHaveProperty('TEA')
  delete process.env.TEA
  await cloud.close()
})
