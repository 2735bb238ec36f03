import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { joinedWords, joiningWords as words } from '@/copy/join'
import { AppError } from '@/domain/shared/errors'
import { setElderMode } from '@/features/elder/elder-mode'
import { keepConsent, privacyVersion } from '@/features/invitation/consent'
import { emptyDraft, keepDraft } from '@/features/invitation/join-draft'
import JoinForm from '@/packages/join/pages/form/index'
import { aMembership, anAccount } from '../support/factories/account'
import { places } from '../support/factories/places'
import { answer, lost, refuse, requestsOf } from './_support/fake-cloud'
import { look, stairwells } from './_support/invitations'
import { openPage, signIn } from './_support/render-page'

const code = 'invite-0001'
const newcomerHome = aMembership({
  standing: 'unconfirmed',
  vouchBy: Date.now() + 2 * 86_400_000,
  decidedBy: null,
  decidedAt: null,
})

beforeEach(() => {
  signIn(null)
  keepConsent()
  answer('invitation.look', () => look())
  answer('invitation.join', ({ nickname }) => ({
    account: anAccount({ nickname, memberships: [newcomerHome] }),
  }))
})

const openIt = (): void => void openPage(JoinForm, { scene: code })
const sent = (): unknown => requestsOf('invitation.join').map(({ input }) => input)
const name = async (text = '林晓'): Promise<void> =>
  userEvent.type(await screen.findByLabelText(words.name), text)
const room = (text: string): Promise<void> => userEvent.type(screen.getByLabelText(words.room), text)
/** A door, and that it is theirs. */
const own = async (text: string): Promise<void> => {
  await room(text)
  await press('业主')
}
const press = (text: string): Promise<void> => userEvent.click(screen.getByText(text))

test('newcomer: a door, what they are to it and a name are enough; learns who will come, and by when', async () => {
  openIt()
  await name()
  await room('1502')
  await press('租客')
  await press(words.submit)
  expect(await screen.findByText('欢迎您，林晓！')).toBeVisible()
  expect(screen.getByText('接下来，周组长会来认一认您住在这里。')).toBeVisible()
  expect(screen.getByText(/^最晚后天/)).toBeVisible()
  expect(sent()).toEqual([
    {
      code,
      nickname: '林晓',
      realName: null,
      avatarFileId: null,
      voice: null,
      privacyVersion,
      relation: 'tenant',
      until: null,
      areaPath: places.building4,
      roomNumber: '1502',
    },
  ])
  await press(joinedWords.toChat)
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/chat/index' })
})

test.each([
  ['1502', '1502'],
  [' 15-2 ', '15-2'],
  ['15—2', '15-2'],
  ['a302', 'A302'],
  ['１５０２室', '1502'],
  ['2单元1502', '1502'],
  ['4栋2单元1502号', '1502'],
])('newcomer: what stands on the door is understood: %s', async (typed, understood) => {
  openIt()
  await name()
  await own(typed)
  await press(words.submit)
  await waitFor(() => expect(sent()).toMatchObject([{ roomNumber: understood }]))
})

test('newcomer: a door that can’t be read is pointed out before anything is sent', async () => {
  openIt()
  await name()
  await own('十五楼')
  await press(words.submit)
  expect(screen.getByText(words.roomWrong)).toBeVisible()
  expect(sent()).toEqual([])
})

test('newcomer: is told whether the flat is on the list; one that is not may join all the same', async () => {
  answer('invitation.look', () => look({ stairwells }))
  openIt()
  await name()
  await press('1单元')
  await room('1502')
  expect(screen.getByText(words.roomKnown)).toBeVisible()
  await userEvent.clear(screen.getByLabelText(words.room))
  await own('1509')
  expect(screen.getByText(words.roomUnknown)).toBeVisible()
  await press(words.submit)
  await waitFor(() =>
    expect(sent()).toMatchObject([{ areaPath: `${places.building4}u1/`, roomNumber: '1509' }]),
  )
})

test('newcomer: of several stairwells one has to be said', async () => {
  answer('invitation.look', () => look({ stairwells }))
  openIt()
  await name()
  await own('1502')
  await press(words.submit)
  expect(screen.getByText(words.unitMissing)).toBeVisible()
  expect(sent()).toEqual([])
})

test('newcomer: picks the door from the list, floor by floor', async () => {
  answer('invitation.look', () => look({ stairwells }))
  openIt()
  await name()
  await press('1单元')
  await press(words.pickRoom)
  await press('15 层')
  expect(screen.queryByText('101')).not.toBeInTheDocument()
  await press('1501')
  await press('业主')
  await press(words.submit)
  await waitFor(() => expect(sent()).toMatchObject([{ roomNumber: '1501' }]))
})

test('newcomer: the real name is asked only of those who open it, and says why', async () => {
  openIt()
  await name()
  await own('1502')
  expect(screen.queryByLabelText(words.realName)).not.toBeInTheDocument()
  await press(words.more)
  expect(screen.getByText(words.realNameHint)).toBeVisible()
  await userEvent.type(screen.getByLabelText(words.realName), '林晓明')
  await press(words.submit)
  await waitFor(() => expect(sent()).toMatchObject([{ realName: '林晓明' }]))
})

test('newcomer: nobody is an owner by having tapped on; what they are is asked', async () => {
  openIt()
  await name()
  await room('1502')
  await press(words.submit)
  expect(screen.getByText(words.relationMissing)).toBeVisible()
  expect(sent()).toEqual([])
})

test('a second home: is called the same there, and is not asked for a name that nobody would take', async () => {
  signIn(anAccount())
  openIt()
  expect(await screen.findByText(words.nameKnown)).toBeVisible()
  expect(screen.queryByLabelText(words.name)).toBeNull()
  await own('1503')
  await press(words.submit)
  await waitFor(() => expect(sent()).toMatchObject([{ nickname: '李阿姨', roomNumber: '1503' }]))
})

test('who was removed before: is told that the group stays shut until somebody vouches', async () => {
  answer('invitation.join', () => ({
    account: anAccount({ memberships: [{ ...newcomerHome, isHeld: true }] }),
  }))
  openIt()
  await name()
  await own('1502')
  await press(words.submit)
  expect(await screen.findByText(joinedWords.held)).toBeVisible()
  expect(screen.queryByText(joinedWords.toChat)).toBeNull()
})

test('in large type a voice is at hand, and stands for a name that is hard to write', async () => {
  setElderMode(true)
  keepDraft(code, {
    ...emptyDraft,
    room: '1502',
    relation: 'family',
    voice: { fileId: 'cloud://test/voice.mp3', seconds: 3 },
  })
  openIt()
  await screen.findByText(words.next)
  await press(words.next)
  await press(words.next)
  expect(await screen.findByText(words.voiceInstead)).toBeVisible()
  await press(words.submit)
  await waitFor(() => expect(sent()).toMatchObject([{ nickname: words.nameless, relation: 'family' }]))
})

test('in large type one question a screen, and back again', async () => {
  setElderMode(true)
  answer('invitation.look', () => look({ stairwells }))
  openIt()
  expect(await screen.findByText('第 1 步，一共 4 步')).toBeVisible()
  expect(screen.queryByLabelText(words.name)).not.toBeInTheDocument()
  await press(words.next)
  expect(screen.getByText(words.unitMissing)).toBeVisible()
  await press('1单元')
  await press(words.next)
  await press('15 层')
  await press('1502')
  await press(words.next)
  await press(words.previous)
  expect(screen.getByText('1502')).toBeVisible()
  await press(words.next)
  await press('家人')
  await press(words.next)
  await name('李奶奶')
  await press(words.submit)
  expect(await screen.findByText('欢迎您，李奶奶！')).toBeVisible()
  expect(sent()).toMatchObject([{ roomNumber: '1502', relation: 'family', nickname: '李奶奶' }])
})

test('family: with a household’s code only says what they are there; no door is asked or sent', async () => {
  answer('invitation.look', () => look({ target: { kind: 'household', householdId: 'household-1502' } }))
  openIt()
  await name()
  expect(screen.queryByLabelText(words.room)).not.toBeInTheDocument()
  await press('家人')
  await press(words.submit)
  expect(await screen.findByText(joinedWords.whoHousehold)).toBeVisible()
  expect(sent()).toMatchObject([{ relation: 'family' }])
  expect(JSON.stringify(sent())).not.toMatch(/roomNumber|areaPath/)
})

test('someone on the register: a name is all, and what was theirs is there', async () => {
  answer('invitation.look', () => look({ target: { kind: 'person', userId: 'mother-lin' } }))
  openIt()
  await name('林妈妈')
  expect(screen.queryByText('业主')).not.toBeInTheDocument()
  await press(words.submit)
  expect(await screen.findByText(joinedWords.confirmed)).toBeVisible()
})

test('a child: a parent is asked to scan; nothing is sent', async () => {
  openIt()
  await name()
  await press(words.child)
  expect(screen.getByText(words.childTitle)).toBeVisible()
  expect(sent()).toEqual([])
  await press(words.childBack)
  expect(screen.getByLabelText(words.name)).toHaveValue('林晓')
})

test.each([
  [new AppError('Conflict', { reason: 'hasAccount' }), words.hasAccount],
  [new AppError('LimitReached', { reason: 'homes' }), words.homesFull],
  [new AppError('LimitReached', { reason: 'perDay' }), words.triedOften],
  [new AppError('BadInput', { where: ['roomNumber'] }), words.roomElsewhere],
  [new AppError('InvitationUsedUp'), '这张码用满了，请向楼长要一张新的'],
])('a “no” says what to do, and what was typed stays: %s', async (error, told) => {
  answer('invitation.join', () => {
    throw error
  })
  openIt()
  await name()
  await own('1502')
  await press(words.submit)
  expect(await screen.findByText(told)).toBeVisible()
  expect(screen.getByLabelText(words.room)).toHaveValue('1502')
})

test('newcomer: what was typed survives the network and leaving the page; the second try is the same request', async () => {
  answer('invitation.join', () => {
    throw lost
  })
  openIt()
  await name()
  await own('1502')
  await press(words.submit)
  expect(await screen.findByText('网络断开了，连上后再点一次')).toBeVisible()
  await press(words.submit)
  await waitFor(() => expect(requestsOf('invitation.join')).toHaveLength(2))
  const [first, second] = requestsOf('invitation.join')
  expect(second?.requestId).toBe(first?.requestId)
  document.body.innerHTML = ''
  openIt()
  expect(await screen.findByText(words.restored)).toBeVisible()
  expect(screen.getByLabelText(words.name)).toHaveValue('林晓')
  expect(screen.getByLabelText(words.room)).toHaveValue('1502')
})

test('newcomer: who has not agreed to the guide is asked nothing and goes back to the landing', async () => {
  ;(Taro as unknown as { __clear: () => void }).__clear()
  openIt()
  await waitFor(() =>
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: `/pages/join/index?scene=${code}` }),
  )
  expect(screen.queryByLabelText(words.name)).not.toBeInTheDocument()
})

test('a code that nobody knows any more says so', async () => {
  answer('invitation.look', () => refuse('InvitationUnknown'))
  openIt()
  expect(await screen.findByText('没认出这个码，请向楼长要一张新的')).toBeVisible()
})
