import { checkWithCi } from '../../config/gate/miniprogram-ci'
import { checkOldPhones } from '../../config/gate/old-phones'
import { checkSizes, measurePackages } from '../../config/gate/package-sizes'
import type { GateFailure } from '../../config/gate/report'
import { checkSyntax } from '../../config/gate/syntax'
import { checkTags } from '../../config/gate/tags'
import { checkWithCompilers } from '../../config/gate/wechat-compilers'
import { builtApp, copyOf, removeCopies, type BuildCopy } from './_support/builds'
import { walk, type Walk } from './_support/walk'

jest.setTimeout(60_000)
afterAll(removeCopies)

interface Control {
  flaw: string
  damage: (copy: BuildCopy) => void
  /** What the judge says. */
  says: RegExp
}

const page = (copy: BuildCopy, ending: string) => `${copy.firstPage}.${ending}`
const onLinux = process.platform === 'linux' ? describe : describe.skip

/** Each of these must be caught by the part of the gate that is named. */
const GATE: Record<
  'syntax' | 'old phones' | 'tags' | 'size',
  { judge: (dist: string) => GateFailure[]; controls: Control[] }
> = {
  syntax: {
    judge: checkSyntax,
    controls: [
      {
        flaw: 'a script that does not parse',
        damage: (copy) => copy.edit(page(copy, 'js'), (js) => `${js}}}`),
        says: /does not parse/,
      },
      {
        flaw: 'a JSON that does not parse',
        damage: (copy) => copy.edit(page(copy, 'json'), (json) => json.slice(0, -1)),
        says: /does not parse/,
      },
    ],
  },
  'old phones': {
    judge: checkOldPhones,
    controls: [
      {
        flaw: 'a library that is published in newer words',
        damage: (copy) => copy.prepend('vendors.js', 'var add = (a, b) => a + b;'),
        says: /vendors\.js is not ES5/,
      },
      {
        // What minisearch ships, and Node has long known: on an old phone no page of the app would open.
        flaw: 'a regular expression that old phones do not know',
        damage: (copy) => copy.prepend('vendors.js', 'var gap = /[\\p{Z}\\p{P}]+/u;'),
        says: /vendors\.js is not ES5: .*regular expression flag.*\\p\{Z\}/,
      },
      {
        flaw: 'a look behind',
        damage: (copy) => copy.prepend(page(copy, 'js'), 'var price = /(?<=¥)[0-9]+/;'),
        says: /is not ES5: .*regular expression/,
      },
    ],
  },
  tags: {
    judge: checkTags,
    controls: [
      {
        flaw: "a page without Taro's component for deep trees in its JSON",
        damage: (copy) => copy.edit(page(copy, 'json'), (json) => json.replace(/,?"comp":"[^"]*"/, '')),
        says: /uses <comp>/,
      },
    ],
  },
  size: {
    judge: (dist) => checkSizes(measurePackages(dist)),
    controls: [
      {
        flaw: 'a main package beyond its budget',
        damage: (copy) => copy.write('big.bin', Buffer.alloc(1024 * 1024)),
        says: /main package has/,
      },
    ],
  },
}

const COMPILERS: Control[] = [
  {
    flaw: 'an unclosed tag',
    damage: (copy) => copy.edit('base.wxml', (wxml) => wxml.replace('</view>', '')),
    says: /template compiler/,
  },
  {
    flaw: 'a WXS that does not parse',
    damage: (copy) => copy.edit('utils.wxs', (wxs) => `${wxs}}`),
    says: /template compiler/,
  },
  {
    flaw: 'a style for every element',
    damage: (copy) => copy.edit('app.wxss', (wxss) => `* > * { color: red }\n${wxss}`),
    says: /style compiler/,
  },
]

/** miniprogram-ci takes seconds for a build, and tells all flaws of one kind: so these share builds. */
const CI: { flaws: string; damage: (copy: BuildCopy) => void; says: RegExp[] }[] = [
  {
    flaws: 'a template import, a component and a required module that lead nowhere',
    damage: (copy) => {
      copy.edit(page(copy, 'wxml'), (wxml) => wxml.replace('base.wxml', 'gone.wxml'))
      copy.prepend(page(copy, 'js'), 'require("./gone");')
      copy.remove('comp.js')
    },
    says: [/gone\.wxml/, /"\.\/gone"/, /comp\.js/],
  },
  { flaws: 'a page without its script', damage: (copy) => copy.remove(page(copy, 'js')), says: [/\.js/] },
  {
    flaws: 'a tab of a page that app.json does not list',
    // What is fetched ahead from that page would be missed first.
    damage: (copy) =>
      copy.edit('app.json', () =>
        JSON.stringify({ ...copy.appJson, preloadRule: {}, pages: copy.appJson.pages.slice(1) }),
      ),
    says: [/tabBar/i],
  },
  {
    flaws: 'a tab bar of the wrong type',
    damage: (copy) =>
      copy.edit('app.json', () =>
        JSON.stringify({ ...copy.appJson, tabBar: { ...copy.appJson.tabBar, color: 7 } }),
      ),
    says: [/tabBar/i],
  },
]

/** The gate lets these through: only running the build finds them. */
const HOST: Control[] = [
  {
    flaw: 'taps that reach nobody',
    damage: (copy) => copy.edit('base.wxml', (wxml) => wxml.replace(/bindtap="eh"/g, '')),
    says: /fewer taps are answered/,
  },
  {
    flaw: 'templates that print another field than the text',
    damage: (copy) => copy.edit('base.wxml', (wxml) => wxml.replace(/\{\{i\.v\}\}/g, '{{i.w}}')),
    says: /other screens/,
  },
  {
    flaw: 'a WXS that names templates wrongly',
    damage: (copy) => copy.edit('utils.wxs', (wxs) => wxs.replace(/'tmpl_' \+ l/g, "'tmpl-' + l")),
    says: /other screens/,
  },
  {
    flaw: 'a page that believes in localStorage',
    damage: (copy) => copy.prepend(page(copy, 'js'), 'localStorage.getItem("token");'),
    says: /localStorage|undefined/,
  },
  {
    flaw: 'a page that makes code out of a string',
    damage: (copy) => copy.prepend(page(copy, 'js'), 'new Function("return 1")();'),
    says: /Code generation from strings/,
  },
  { flaw: 'a shared script that is missing', damage: (copy) => copy.remove('taro.js'), says: /taro\.js/ },
  {
    flaw: 'a page that uses an API unknown to the host',
    damage: (copy) => copy.prepend(page(copy, 'js'), 'wx.startBeaconDiscovery({});'),
    says: /startBeaconDiscovery/,
  },
  {
    flaw: 'a page that renders a built-in unknown to the host',
    damage: (copy) => copy.edit('base.wxml', (wxml) => wxml.replace(/<(\/?)view\b/g, '<$1live-pusher')),
    says: /<live-pusher>/,
  },
]

describe.each(Object.entries(GATE))('gate, %s', (_name, { judge, controls }) => {
  it('the healthy build passes', () => expect(judge(builtApp())).toEqual([]))

  it.each(controls)('catches $flaw', ({ damage, says }) => {
    expect(sentences(judge(copyOf(builtApp(), damage)))).toMatch(says)
  })
})

onLinux("gate, WeChat's compilers", () => {
  it.each(COMPILERS)('catch $flaw', ({ damage, says }) => {
    expect(sentences(checkWithCompilers(copyOf(builtApp(), damage)).failures)).toMatch(says)
  })
})

// That the healthy build passes is in gate.test.ts.
describe('gate, miniprogram-ci', () => {
  let verdicts: string[]

  beforeAll(async () => {
    verdicts = (await checkWithCi(CI.map(({ damage }) => copyOf(builtApp(), damage)))).map(sentences)
  })

  it.each(CI.map((control, index) => ({ ...control, index })))('catches $flaws', ({ index, says }) => {
    for (const words of says) expect(verdicts[index]).toMatch(words)
  })
})

describe('host', () => {
  let healthy: Walk

  beforeAll(async () => {
    healthy = await walk(builtApp())
  })

  it('the healthy build starts, without errors, and answers to taps', () => {
    expect(healthy).toMatchObject({ refusal: null, errors: [] })
    expect(healthy.answeredTaps).toBeGreaterThan(0)
  })

  it.each(HOST)('catches $flaw', async ({ damage, says }) => {
    expect(verdictOn(await walk(copyOf(builtApp(), damage)))).toMatch(says)
  })

  function verdictOn({ refusal, errors, screens, answeredTaps }: Walk): string {
    const differs = JSON.stringify(screens) === JSON.stringify(healthy.screens) ? [] : ['other screens']
    const deaf = answeredTaps < healthy.answeredTaps ? ['fewer taps are answered'] : []
    return [...(refusal === null ? [] : [refusal]), ...errors, ...deaf, ...differs].join('\n')
  }
})

function sentences(failures: GateFailure[]): string {
  return failures.map(({ sentence }) => sentence).join('\n')
}
