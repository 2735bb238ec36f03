import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { moderationWords as words, caseActionWords, reportReasonNames } from '@/copy/moderation'
import { voiceWords } from '@/copy/voice'
import { days } from '@/domain/shared/time'
import CasesPage from '@/packages/talk/pages/cases'
import ModerationPage from '@/packages/talk/pages/moderation'
import { routes } from '@/routes'
import { aLeader } from '../support/factories/account'
import { places } from '../support/factories/places'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'
import { aCase } from './_support/talk'

const page = (...items: ReturnType<typeof aCase>[]) => ({ items, nextCursor: null })

describe('moderator', () => {
  beforeEach(() => signIn(aLeader()))

  test('what was said, by whom, how many reported it and why; and all that happened to it', async () => {
    answer('moderation.list', () => page(aCase()))
    openPage(ModerationPage)
    expect(await screen.findByText('加我微信领红包')).toBeVisible()
    expect(screen.getByText(words.said('小吴'))).toBeVisible()
    const reasons = `${reportReasonNames.advert}、${reportReasonNames.scam}`
    expect(screen.getByText(words.reportedBy(2, reasons))).toBeVisible()
    fireEvent.click(screen.getByText(words.trail))
    expect(screen.getByText('有邻居举报')).toBeVisible()
  })

  test('a picture is shown as it was', async () => {
    const original = {
      kind: 'image',
      text: '',
      fileId: 'cloud://test/photos/x/bad.jpg',
      sentAt: Date.now(),
    } as const
    answer('moderation.list', () => page(aCase({ original })))
    openPage(ModerationPage)
    const picture = await screen.findByLabelText('看照片')
    await waitFor(() =>
      expect(picture.querySelector('img')).toHaveAttribute('src', 'cloud://test/photos/x/bad.jpg'),
    )
  })

  test('a voice can be heard, however long it is', async () => {
    const original = {
      kind: 'voice',
      text: '',
      fileId: 'cloud://test/voices/x/bad.mp3',
      sentAt: Date.now(),
    } as const
    answer('moderation.list', () => page(aCase({ original })))
    openPage(ModerationPage)
    expect(await screen.findByLabelText(voiceWords.listenTo)).toBeVisible()
  })

  test('only what is allowed is offered; taking away and silence open where they want words', async () => {
    answer('moderation.list', () => page(aCase({ allowedActions: ['remove', 'silence'] })))
    openPage(ModerationPage)
    fireEvent.click(await screen.findByText(caseActionWords.remove))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: routes.messageDeed('remove', places.building4, 7) })
    fireEvent.click(screen.getByText(caseActionWords.silence))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: routes.messageDeed('silence', places.building4, 7) })
    expect(screen.queryByText(caseActionWords.dismiss)).toBeNull()
    expect(screen.queryByText(caseActionWords.decide)).toBeNull()
  })

  test('nothing wrong with it: confirmed, and the list is asked for anew', async () => {
    let open = [aCase()]
    answer('moderation.list', () => page(...open))
    answer('moderation.dismiss', () => {
      open = []
      return { case: aCase({ state: 'dismissed', allowedActions: [] }) }
    })
    openPage(ModerationPage)
    fireEvent.click(await screen.findByText(caseActionWords.dismiss))
    expect(requestsOf('moderation.dismiss')).toHaveLength(0)
    fireEvent.click(within(screen.getByRole('dialog')).getByText(words.dismissed))
    expect(await screen.findByText(words.openEmpty)).toBeVisible()
    expect(requestsOf('moderation.dismiss')[0]?.input).toEqual({ caseId: 'case-00001', note: '' })
  })

  test('a pause ends before its time: confirmed, with a word or without', async () => {
    answer('moderation.list', () => page(aCase({ state: 'acted', allowedActions: ['lift'] })))
    answer('moderation.lift', () => ({ case: aCase({ state: 'acted', allowedActions: [] }) }))
    openPage(ModerationPage)
    fireEvent.click(await screen.findByText(caseActionWords.lift))
    fireEvent.click(within(screen.getByRole('dialog')).getByText(words.lifted))
    await waitFor(() =>
      expect(requestsOf('moderation.lift').map(({ input }) => input)).toEqual([
        { caseId: 'case-00001', note: '' },
      ]),
    )
  })

  test('an appeal is decided with a reason that its author will read', async () => {
    const appealed = aCase({
      state: 'appealed',
      isRemoved: true,
      appeal: { words: '我是提醒大家别信', at: Date.now() },
      allowedActions: ['decide'],
    })
    answer('moderation.list', () => page(appealed))
    answer('moderation.decide', () => ({ case: { ...appealed, state: 'revoked' } }))
    openPage(ModerationPage)
    fireEvent.click(await screen.findByText(caseActionWords.decide))
    const sheet = within(screen.getByRole('dialog'))
    expect(sheet.getByText(words.appealWords('我是提醒大家别信'))).toBeVisible()
    const confirm = () => sheet.getAllByText(words.decideSend).at(-1)!
    fireEvent.click(sheet.getByText(words.revoke))
    fireEvent.click(confirm())
    expect(requestsOf('moderation.decide')).toHaveLength(0)
    fireEvent.click(sheet.getByText(words.decideReasons[1]))
    fireEvent.click(confirm())
    await waitFor(() =>
      expect(requestsOf('moderation.decide').map(({ input }) => input)).toEqual([
        { caseId: 'case-00001', isUpheld: false, note: words.decideReasons[1] },
      ]),
    )
  })

  test('an appeal that others judge says so', async () => {
    const appeal = { words: '我是提醒大家别信', at: Date.now() }
    answer('moderation.list', () => page(aCase({ state: 'appealed', appeal, allowedActions: [] })))
    openPage(ModerationPage)
    expect(await screen.findByText(words.judgedByOthers)).toBeVisible()
  })

  test('past ones are a view of their own', async () => {
    answer('moderation.list', ({ view }) =>
      view === 'past' ? page(aCase({ state: 'dismissed', allowedActions: [] })) : page(),
    )
    openPage(ModerationPage)
    expect(await screen.findByText(words.openEmpty)).toBeVisible()
    fireEvent.click(screen.getByText(words.past))
    expect(await screen.findByText('加我微信领红包')).toBeVisible()
    expect(screen.queryByText(caseActionWords.remove)).toBeNull()
  })

  test('without a network: says so, and tries again', async () => {
    answer('moderation.list', () => {
      throw lost
    })
    openPage(ModerationPage)
    const again = await screen.findByText('再试一次')
    answer('moderation.list', () => page(aCase()))
    fireEvent.click(again)
    expect(await screen.findByText('加我微信领红包')).toBeVisible()
  })
})

describe('the one it is about', () => {
  beforeEach(() => signIn())
  const mine = (overrides: Parameters<typeof aCase>[0] = {}) =>
    aCase({
      state: 'acted',
      isMine: true,
      isRemoved: true,
      silencedUntil: Date.now() + days(1),
      trail: [{ at: Date.now(), by: { name: '周敏' }, event: 'removed', note: '打广告' }],
      allowedActions: ['appeal'],
      ...overrides,
    })

  test('sees what was done and not how many reported it; objects once, in their own words', async () => {
    let one = mine()
    answer('moderation.mine', () => page(one))
    answer('moderation.appeal', ({ words: said }) => {
      one = mine({ state: 'appealed', appeal: { words: said, at: Date.now() }, allowedActions: [] })
      return { case: one }
    })
    openPage(CasesPage)
    expect(await screen.findByText(words.isRemoved)).toBeVisible()
    expect(screen.getByText(words.saidMine)).toBeVisible()
    expect(screen.getByText('周敏移除了这条：打广告')).toBeVisible()
    expect(screen.queryByText(/邻居举报/)).toBeNull()
    fireEvent.click(screen.getByText(caseActionWords.appeal))
    fireEvent.change(screen.getByLabelText(words.appealField), { target: { value: '我是提醒大家别信' } })
    fireEvent.click(screen.getByText(words.appealSend))
    expect(await screen.findByText(words.appealWords('我是提醒大家别信'))).toBeVisible()
    expect(screen.queryByText(caseActionWords.appeal)).toBeNull()
    expect(requestsOf('moderation.appeal')[0]?.input).toEqual({
      caseId: 'case-00001',
      words: '我是提醒大家别信',
    })
  })

  test('nothing was decided about me: says so kindly', async () => {
    answer('moderation.mine', () => page())
    openPage(CasesPage)
    expect(await screen.findByText(words.mineEmpty)).toBeVisible()
  })
})
