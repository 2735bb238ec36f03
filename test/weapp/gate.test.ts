import { checkWeapp } from '../../config/gate/check-weapp'
import { printReport } from '../../config/gate/report'
import { builtApp, copyOf, FIXTURE, removeCopies } from './_support/builds'

jest.setTimeout(60_000)
afterAll(removeCopies)

it('the compiled app passes every check', async () => {
  const report = await checkWeapp(builtApp())
  expect(report.failures).toEqual([])
  if (process.platform === 'linux') expect(report.skipped).toEqual([])
  expect(report.ok).toBe(true)
  expect(printReport(report)).toMatch(/^main package +\d+ KB +of 1024 KB +ok\n[^]*passes the gate/)
})

it('a folder without a build fails with the command that makes one', async () => {
  const report = await checkWeapp('/nowhere')
  expect(report.failures.map(({ sentence }) => sentence)).toEqual([
    'There is no build in /nowhere: run `npm run build:weapp` first.',
  ])
})

it('failures are sentences, and the sizes a table', async () => {
  const broken = copyOf(FIXTURE, (copy) => {
    copy.edit('pages/home/home.wxml', (wxml) => wxml.replace('<button', '<knob'))
    copy.prepend('extra/detail/detail.js', '}')
    copy.write('extra/big.txt', Buffer.alloc(2049 * 1024))
  })
  const report = await checkWeapp(broken)
  const text = printReport(report)
  expect(report.ok).toBe(false)
  expect(text).toMatch(/extra +\d+ KB +of 2048 KB +TOO LARGE/)
  expect(text).toMatch(/FAILED syntax: extra\/detail\/detail\.js does not parse/)
  expect(text).toMatch(/FAILED tags: pages\/home\/home\.wxml uses <knob>/)
  expect(text).toMatch(/FAILED wcc: WeChat's template compiler says/)
  expect(text).toMatch(/FAILED size: The subpackage extra has \d+ KB; 2048 KB are allowed/)
})
