import '@testing-library/jest-dom'
import Taro from '@tarojs/taro'
import { restartElderMode } from '@/features/elder/elder-mode'
import { resetCloud } from './fake-cloud'

jest.mock('@/cloud/provider', () => jest.requireActual<object>('./fake-cloud'))

beforeEach(() => {
  ;(Taro as unknown as { __clear: () => void }).__clear()
  jest.clearAllMocks()
  resetCloud()
  restartElderMode()
})
