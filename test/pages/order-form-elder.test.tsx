import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { presentOrder } from '@/domain/order/present'
import { setElderMode } from '@/features/elder/elder-mode'
import OrderNew from '@/packages/ask/pages/order-new/index'
import { anAccount } from '../support/factories/account'
import { aHandbook, aQuestion } from '../support/factories/handbook'
import { anOrder } from '../support/factories/order'
import { answer, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const write = async (text: string): Promise<void> =>
  userEvent.type(await screen.findByLabelText('说说是什么事'), text)
const tap = async (words: string): Promise<void> => userEvent.click(await screen.findByText(words))
const sent = () => requestsOf('order.create')[0]?.input

beforeEach(() => {
  signIn()
  setElderMode(true)
  answer('handbook.get', () => ({ handbook: { ...aHandbook(), trail: null, canEdit: false } }))
  answer('order.preview', () => ({ dangers: [], guide: [], similar: [] }))
  answer('order.create', () => ({ order: presentOrder(anAccount(), anOrder({ _id: 'order-placed' })) }))
  answer('account.consent', () => ({}))
})

test('elder mode: asks one thing at a time, and goes on only when it is answered', async () => {
  openPage(OrderNew, { service: 'other', text: '' })
  expect(await screen.findByText('第 2 步，一共 7 步')).toBeInTheDocument()
  expect(screen.queryByText('什么时候')).not.toBeInTheDocument()
  await tap('下一步')
  expect(screen.getByText('再多写几个字，让人知道是什么事')).toBeInTheDocument()
  await write('帮我浇浇花')
  await tap('下一步')
  expect(screen.getByText('什么时候')).toBeInTheDocument()
})

test('elder mode: the usual service is three taps from the home page', async () => {
  openPage(OrderNew, { service: 'repair', text: '' })
  await tap('不用多说，去交单')
  await tap('提交')
  await waitFor(() => expect(sent()).toMatchObject({ serviceId: 'repair' }))
})

test('elder mode: gas is asked about first, and without a smell of it the order is three taps from home', async () => {
  openPage(OrderNew, { service: 'gasAlarm', text: '' })
  expect(await screen.findByText('闻到煤气味吗？')).toBeInTheDocument()
  expect(screen.queryByLabelText('说说是什么事')).not.toBeInTheDocument()
  await tap('没有')
  await tap('提交')
  await waitFor(() =>
    expect(sent()).toMatchObject({
      serviceId: 'gasAlarm',
      answers: { smell: '没有' },
      text: '请一位志愿者来修一修',
    }),
  )
})

test('elder mode: what need not be answered stays in sight, and keeps nobody from sending', async () => {
  const sound = { id: 'sound', text: '报警器现在在响吗？', isRequired: false }
  const questions = [aQuestion(), aQuestion({ ...sound, choices: [{ text: '没响', danger: null }] })]
  const services = aHandbook().services.map((one) => (one.id === 'gasAlarm' ? { ...one, questions } : one))
  answer('handbook.get', () => ({ handbook: { ...aHandbook({ services }), trail: null, canEdit: false } }))
  openPage(OrderNew, { service: 'gasAlarm', text: '' })
  expect(await screen.findByText('下一步')).toBeInTheDocument()
  expect(screen.queryByText('提交')).not.toBeInTheDocument()
  await tap('没有')
  expect(screen.getByText(sound.text)).toBeInTheDocument()
  await tap('提交')
  await waitFor(() => expect(sent()).toMatchObject({ serviceId: 'gasAlarm', answers: { smell: '没有' } }))
})

test('elder mode: who was led to the end may go back and say more', async () => {
  openPage(OrderNew, { service: 'gasAlarm', text: '' })
  await tap('没有')
  await tap('上一步')
  await write('报警器的灯不亮')
  await tap('不用多说，去交单')
  await tap('上一步')
  expect(screen.getByLabelText('说说是什么事')).toHaveValue('报警器的灯不亮')
  await tap('上一步')
  await tap('没有')
  await tap('提交')
  await waitFor(() => expect(sent()).toMatchObject({ text: '报警器的灯不亮' }))
})

test('elder mode: a smell of gas stops the form before anything is written', async () => {
  openPage(OrderNew, { service: 'gasAlarm', text: '' })
  await tap('有')
  expect(await screen.findByText('可能漏气了，人先出来')).toBeInTheDocument()
  await tap('没有危险，改一改')
  await tap('没有')
  expect(await screen.findByText('提交')).toBeInTheDocument()
})
