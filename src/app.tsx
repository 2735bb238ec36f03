import type { PropsWithChildren } from 'react'
import { SessionProvider } from '@/features/session/session-provider'
import { keepScrollInside } from '@/platform/keep-scroll-inside'
import '@nutui/nutui-react-taro/dist/styles/themes/default.css'
import './app.scss'

keepScrollInside()

export default function App({ children }: PropsWithChildren) {
  return <SessionProvider>{children}</SessionProvider>
}
