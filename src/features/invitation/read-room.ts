import { roomNoise, roomPrefix } from '@/copy/join'
import { roomNumberSchema } from '@/domain/account/schema'
import type { Stairwell } from '@/domain/invitation/contract'

const dashes = /[\s_#.·—–－]+/g

/** Full-width letters and digits as usual ones: １５０２ → 1502. */
const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))

/** What someone means by what they type at the door: 1502室, 15—2, ａ302, 2单元1502; null where it can't be told. */
export function readRoom(typed: string): string | null {
  const bare = narrow(typed.trim()).replace(roomPrefix, '').replace(roomNoise, '').trim()
  const room = roomNumberSchema.safeParse(bare.replace(dashes, '-').toUpperCase())
  return room.success ? room.data : null
}

/** Does it stand on the register? Without a register nobody knows: true. */
export const isListed = ({ rooms }: Pick<Stairwell, 'rooms'>, room: string): boolean =>
  rooms.length === 0 || rooms.some(({ roomNumber }) => roomNumber.toUpperCase() === room)
