import type { PropsWithChildren } from 'react'
import { SessionProvider } from '@/features/session/session-provider'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  return <SessionProvider>{children}</SessionProvider>
}
