import { QuietButton } from '@/components/button'
import { noticeButtonWords as words } from '@/copy/notice-form'
import type { NoticeView } from '@/domain/notice/contract'
import { callNumber } from '@/platform/call-number'
import { open, routes } from '@/routes'
import { useServices } from './use-services'

const pages = {
  guide: routes.guide,
  orders: routes.orders,
  directory: routes.directory(),
  chat: routes.chat,
} as const

/** What a notice asks to do, a tap away. */
export function ButtonRow({ notice: { areas, button } }: { notice: NoticeView }) {
  const paths = areas.map(({ areaPath }) => areaPath)
  const { services } = useServices(paths, button?.kind === 'order')
  if (button === null) return null
  switch (button.kind) {
    case 'order': {
      const { serviceId } = button
      const name = services?.find(({ id }) => id === serviceId)?.name ?? null
      return (
        <QuietButton onClick={() => open(routes.orderNew({ serviceId }))}>{words.order(name)}</QuietButton>
      )
    }
    case 'page': {
      const { page } = button
      return <QuietButton onClick={() => open(pages[page])}>{words.page[page]}</QuietButton>
    }
    case 'call': {
      const { name, phone } = button
      return <QuietButton onClick={() => callNumber(phone)}>{words.call(name)}</QuietButton>
    }
  }
}
