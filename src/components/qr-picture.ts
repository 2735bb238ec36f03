import { create } from 'qrcode/lib/core/qrcode'
import { inkColours, pictureOf } from './icon-shapes'

/** Modules of white around the code, which scanners ask for (ISO/IEC 18004). */
const quiet = 2

/** A QR code of a text, as a picture's address. */
export function qrPicture(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * quiet
  const squares = Array.from(modules.data, (isDark, index) =>
    isDark ? `M${(index % modules.size) + quiet} ${Math.floor(index / modules.size) + quiet}h1v1h-1z` : '',
  )
  return pictureOf(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="${inkColours.ink}" d="${squares.join('')}"/></svg>`,
  )
}
