import type { PropsWithChildren } from 'react'
import { useOutboxes } from '@/features/chat/use-outboxes'
import { usePendingDelivery } from '@/features/order/use-pending-delivery'
import { SessionProvider } from '@/features/session/session-provider'
import { keepScrollInside } from '@/platform/keep-scroll-inside'
import '@nutui/nutui-react-taro/dist/styles/themes/default.css'
import './app.scss'

keepScrollInside()

/** What was done at a door, or said in a chat, without a network goes out from wherever one is in the app. */
function PendingDelivery() {
  usePendingDelivery()
  useOutboxes()
  return null
}

export default function App({ children }: PropsWithChildren) {
  return (
    <SessionProvider>
      <PendingDelivery />
      {children}
    </SessionProvider>
  )
}
