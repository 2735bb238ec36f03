import { openWeappHost } from '../support/weapp-host'
import type { WeappHostOptions } from '../support/weapp-host/types'
import type { WeappHost } from '../support/weapp-host/weapp-host'
import { FIXTURE } from './_support/builds'
import { StubCloud } from './_support/stub-cloud'

let host: WeappHost

async function open(options: Partial<WeappHostOptions> = {}): Promise<WeappHost> {
  const wxCloud = new StubCloud((name, data) => ({ name, data }))
  host = await openWeappHost({ dist: FIXTURE, wxCloud, ...options })
  return host
}

async function act(name: string): Promise<string> {
  await host.tap({ text: name })
  return host.find({ testId: 'out' }).textContent ?? ''
}

afterEach(async () => {
  await host.close()
})

describe('screen', () => {
  it('shows what the page renders, and not what is hidden', async () => {
    await open()
    expect(host.text()).toContain('row a\nrow b')
    expect(host.text()).not.toMatch(/not to be seen|nor this/)
    expect(host.title).toBe('Home')
    expect(host.errors).toEqual([])
  })

  it('prefers an element whose whole text fits, and takes the innermost', async () => {
    await open()
    expect(host.find({ text: 'count 0' }).tagName).toBe('WX-TEXT')
    expect(host.find({ text: 'incr' }).textContent).toBe('increase')
    expect(host.find({ text: /^row/, index: -1 }).textContent).toBe('row b')
    expect(() => host.find({ text: 'nothing of the kind' })).toThrow(
      /has the text "nothing of the kind"\npage pages\/home/,
    )
  })

  it('waits for words that come later, and says what was there if they do not', async () => {
    await open()
    await host.tap({ text: 'watch' })
    await host.waitForText('live orders')
    await expect(host.waitForText('never', { timeoutMs: 20 })).rejects.toThrow(/never[^]*live orders/)
  })

  it('tells a missing built-in by name as soon as it is rendered', async () => {
    await open({ launch: { path: 'pages/mine/mine' } })
    expect(host.errors).toEqual([])
    await host.tap({ text: 'film' })
    expect(host.errors).toEqual(['<video>: the app renders it, but the host does not have it'])
  })
})

describe('taps', () => {
  it('call handlers, and bubble until caught', async () => {
    await open()
    await host.tap({ text: 'increase' })
    await host.waitForText('count 1')
    expect(await act('stops')).toBe('inner')
    expect(await act('goes on')).toBe('inner outer')
  })

  it('are none where a finger rests: that is a long press, which bubbles as well', async () => {
    await open()
    await host.longPress({ text: 'hold me' })
    expect(host.find({ testId: 'out' }).textContent).toBe('inner')
    expect(host.text()).toContain('count 0')
    await host.tap({ text: 'hold me' })
    await host.waitForText('count 1')
  })

  it('do nothing on a disabled button', async () => {
    await open()
    await host.tap({ text: 'asleep' })
    expect(host.text()).toContain('count 0')
  })

  it('report what a handler throws, and where', async () => {
    await open()
    await act('throw')
    expect(host.errors.join()).toMatch(/thrown in a tap \(at weapp:\/\/pages\/home\/home\.js/)
  })
})

describe('logic realm', () => {
  it('has nothing of the browser, and makes no code out of strings', async () => {
    await open()
    expect(await act('globals')).toBe(Array(6).fill('undefined').join())
    expect(await act('make code')).toBe('EvalError')
  })

  it('names an API that the host lacks', async () => {
    await open()
    await act('missing api')
    expect(host.errors[0]).toBe('wx.startBeaconDiscovery: the app uses it, but the host does not have it')
    expect(await act('can i use')).toBe('true,false,true')
  })

  it('counts what setData carries', async () => {
    await open()
    const { count } = host.setDataStats()
    await host.tap({ text: 'increase' })
    expect(host.setDataStats()).toMatchObject({
      count: count + 1,
      largestBytes: expect.any(Number) as number,
    })
  })
})

describe('navigation', () => {
  it('opens pages of subpackages with the query as WeChat gives it: not decoded', async () => {
    await open()
    await host.tap({ text: 'row b' })
    expect(host.route).toBe('extra/detail/detail')
    expect(host.text()).toContain('detail b %E4%BD%A0%E5%A5%BD undefined')
    await host.tap({ text: 'rename' })
    expect(host.title).toBe('Renamed')
    await host.tap({ text: 'replace' })
    await host.waitForText('detail other')
    expect(host.routes).toEqual(['pages/home/home', 'extra/detail/detail'])
    await host.back()
    await host.waitForText('shows 2')
  })

  it('keeps tab pages, and tells them of taps on their tab', async () => {
    await open()
    await host.tap({ text: 'increase' })
    await host.tap({ text: 'to mine' })
    await host.waitForRoute('pages/mine/mine')
    expect(host.tabBar().map(({ text, selected }) => [text, selected])).toEqual([
      ['Home', false],
      ['Mine', true],
    ])
    await host.tapTab('Home')
    await host.waitForText('count 1')
    await host.tapTab('Mine')
    expect(host.text()).toContain('tab Mine')
  })

  it('refuses unknown pages', async () => {
    await open()
    expect(await act('to nowhere')).toContain('page "pages/none/none" is not found')
    expect(host.errors).toHaveLength(1)
  })

  it('enters where the launch says', async () => {
    await open({ launch: { path: '/extra/detail/detail', query: { id: '7' }, scene: 1047 } })
    expect(host.text()).toContain('detail 7')
    expect(host.tabBar()).toEqual([])
  })

  it('hides and shows the app', async () => {
    await open()
    await host.hide()
    await host.show()
    expect(host.text()).toContain('shows 2')
  })

  it('pulls, scrolls and shares', async () => {
    await open()
    await host.pullDown()
    await host.scrollToEnd()
    await host.scrollToEnd({ text: 'row a' })
    expect(host.findAll({ text: /^row/ }).map((row) => row.textContent)).toEqual([
      'row fresh',
      'row a',
      'row b',
      'row reached',
      'row more',
    ])
    expect(await host.share()).toEqual({ title: 'shared by menu' })
  })
})

describe('wx', () => {
  it('cloud: functions, watchers and uploads go to the cloud of the test, as plain values', async () => {
    await open({ media: [{ path: '/tmp/photo.png' }] })
    await host.tap({ text: 'call' })
    await host.waitForText('{"name":"hello","data":{"list":[1,{"a":1}]}}')
    await host.tap({ text: 'watch' })
    await host.waitForText('live orderstruetrue')
    await host.tap({ text: 'upload' })
    await host.waitForText('cloud://test/a.png?from=/tmp/photo.png')
  })

  it('cloud: fails without network', async () => {
    await open()
    await host.setOnline(false)
    await host.waitForText('offline')
    expect(await act('call')).toMatch(/failed: cloud\.callFunction:fail/)
  })

  it('asks the person: modal, sheet, scanner, subscriptions', async () => {
    await open({ scan: 'the code' })
    expect(await act('modal')).toBe('confirmed')
    host.answers.modal = 'cancel'
    expect(await act('modal')).toBe('cancelled')
    expect(host.modals.map(({ title, answer }) => [title, answer])).toEqual([
      ['Sure?', 'confirm'],
      ['Sure?', 'cancel'],
    ])
    host.answers.actionSheet = 'two'
    expect(await act('sheet')).toBe('1')
    expect(await act('scan')).toBe('the code')
    host.answers.scan = 'extra/detail/detail?scene=7'
    expect(await act('scan')).toBe('page extra/detail/detail?scene=7')
    host.answers.scan = null
    expect(await act('scan')).toBe('failed: scanCode:fail cancel')
    host.answers.subscribe = { t1: 'accept', t2: 'reject' }
    expect(JSON.parse(await act('subscribe'))).toMatchObject({ t1: 'accept', t2: 'reject' })
    expect(host.subscribeRequests).toEqual([['t1', 't2']])
    await act('toast')
    expect(host.toasts).toEqual([{ title: 'toasted', icon: 'none' }])
  })

  it('lets a subscription through only as a direct consequence of a tap', async () => {
    await open()
    await host.tap({ text: 'subscribe late' })
    await host.waitForText('can only be invoked by user TAP gesture')
  })

  it('keeps what is private until the person agreed, in the popup of the app', async () => {
    await open({ privacyAgreed: false, media: [{ path: '/tmp/photo.png' }] })
    host.answers.privacy = 'refuse'
    expect(await act('upload')).toMatch(/chooseMedia:fail privacy permission is not authorized/)
    await host.tap({ text: 'ask privacy' })
    await host.waitForText('asked for chooseMedia')
    await host.tap({ text: 'agree' })
    await host.waitForText('cloud://test/a.png')
  })

  it('answers by callback or promise, stores, and measures', async () => {
    const storage = new Map<string, string>()
    await open({ storage })
    expect(await act('callbacks')).toBe('by callback login-code')
    expect(await act('store')).toBe('{"list":[1,2]}')
    expect([...storage.keys()]).toEqual(['key'])
    expect(await act('measure')).toBe('height 0 id count')
  })
})

describe('controls', () => {
  const openForms = () => open({ launch: { path: 'pages/forms/forms' } })

  it('collect what was typed and chosen into the form', async () => {
    await openForms()
    await host.type({ label: 'full name' }, 'Anna Maria')
    await host.type({ label: 'telephone' }, '13800000000')
    await host.type({ placeholder: 'memo' }, 'two flights up')
    await host.tap({ label: 'night mode' })
    await host.tap({ text: 'check x' })
    await host.tap({ text: 'check y' })
    await host.tap({ text: 'radio f' })
    await host.pick({ label: 'amount' }, 7)
    await host.tap({ text: 'send' })
    expect(JSON.parse(host.find({ testId: 'out' }).textContent ?? '')).toEqual({
      full: 'Anna ',
      phone: '13800000000',
      memo: 'two flights up',
      night: true,
      checks: ['x', 'y'],
      radios: 'f',
      amount: 7,
    })
    await host.tap({ text: 'clear' })
    expect(host.value({ label: 'full name' })).toBe('')
    expect(host.errors).toEqual([])
  })

  it('refuse what a person could not enter', async () => {
    await openForms()
    await expect(host.type({ label: 'telephone' }, 'letters')).rejects.toThrow(/keyboard of type "number"/)
    await expect(host.pick({ text: /^fruit/ }, 'cherry')).rejects.toThrow(/has no "cherry" but apple, plum/)
    await expect(host.pick({ text: /^date/ }, '2027-01-01')).rejects.toThrow(
      /goes from 2026-01-01 to 2026-12-31/,
    )
  })

  it('pickers of one and several columns, dates and times; swiper', async () => {
    await openForms()
    await host.pick({ text: 'fruit apple' }, 'plum')
    await host.pick({ text: /^date/ }, '2026-05-01')
    await host.pick({ text: /^time/ }, '09:30')
    await host.pick({ text: /^multi/ }, ['a2', 1])
    expect(host.text()).toMatch(/column 1 1[^]*fruit plum\ndate 2026-05-01\ntime 09:30\nmulti 1 1/)
    await host.pick({ text: 'slide two' }, 1)
    expect(host.text()).toContain('slide 1')
    await host.pick({ text: /^fruit/ }, null)
    expect(host.text()).toContain('cancelled')
    expect(host.text()).toMatch(/rich text[^]*covered/)
  })

  it('open types of buttons', async () => {
    await open({ launch: { path: 'pages/mine/mine' } })
    await host.tap({ text: 'phone' })
    await host.waitForText('getphonenumber phone-code')
    host.answers.phoneCode = null
    await host.tap({ text: 'phone' })
    await host.waitForText('getPhoneNumber:fail user deny')
    await host.tap({ text: 'avatar' })
    await host.waitForText('chooseavatar wxfile://tmp_avatar.png')
    await host.tap({ text: 'share' })
    expect(host.deviceActions).toContainEqual({ api: 'share', detail: { title: 'shared by button' } })
    await host.type({ placeholder: 'nick name' }, '张阿姨')
    await host.waitForText('blur 张阿姨')
  })
})
