import type { OrderStatus } from '@/domain/order/status'
import { inkColours, pictureOf, type InkColour } from '@/components/icon-shapes'

type Shape = 'empty' | 'leftHalf' | 'rightHalf' | 'full' | 'tick' | 'cross'
export type Tone = 'amber' | 'sky' | 'vest' | 'jade' | 'ink-2'

/** Status is colour and word and shape: nobody has to tell colours apart. */
export const statusLooks = {
  placed: { shape: 'empty', tone: 'amber' },
  deferred: { shape: 'empty', tone: 'ink-2' },
  dispatched: { shape: 'leftHalf', tone: 'sky' },
  accepted: { shape: 'leftHalf', tone: 'sky' },
  inService: { shape: 'rightHalf', tone: 'vest' },
  completed: { shape: 'full', tone: 'jade' },
  reviewed: { shape: 'tick', tone: 'jade' },
  closed: { shape: 'tick', tone: 'ink-2' },
  cancelled: { shape: 'cross', tone: 'ink-2' },
  redirected: { shape: 'tick', tone: 'sky' },
  merged: { shape: 'tick', tone: 'sky' },
} as const satisfies Record<OrderStatus, { shape: Shape; tone: Tone }>

const circle = '<circle cx="8" cy="8" r="6" fill="none"/>'
const drawings: Readonly<Record<Shape, string>> = {
  empty: circle,
  leftHalf: `${circle}<path d="M8 2a6 6 0 0 0 0 12Z" stroke="none"/>`,
  rightHalf: `${circle}<path d="M8 2a6 6 0 0 1 0 12Z" stroke="none"/>`,
  full: '<circle cx="8" cy="8" r="6"/>',
  tick: '<path d="M3 8.500l3.500 3.500L13 4.500" fill="none"/>',
  cross: '<path d="M4 4l8 8M12 4l-8 8" fill="none"/>',
}

export function statusPicture(status: OrderStatus): string {
  const { shape, tone } = statusLooks[status]
  const colour = inkColours[tone satisfies InkColour]
  return pictureOf(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="${colour}" stroke="${colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${drawings[shape]}</svg>`,
  )
}
