import { pictureOf } from './icon-shapes'

/** Line drawings, 120 × 90, in the colour of hints with one stroke of the vest's red. */
const drawings = {
  /** A bench under a tree: nothing to do. */
  bench:
    '<path d="M30 62h60M34 62v12M86 62v12M30 52h60M34 52v10M86 52v10M20 74h80"/><path d="M60 52V34M60 34c-9 0-14-5-14-11s6-10 14-10 14 4 14 10-5 11-14 11Z"/><path d="M60 40l5-4" class="r"/>',
  /** A letter box: nothing has come. */
  letterbox:
    '<path d="M38 40a10 10 0 0 1 10-10h26a10 10 0 0 1 10 10v20H38V40ZM58 60V40a10 10 0 0 0-10-10M60 60v16M50 76h22M66 44h10"/><path d="M84 40V24h10v8H84" class="r"/>',
  /** A door with a lamp: come in. */
  door: '<path d="M44 76V20h32v56M32 76h56M68 48h.5M50 28h20v12H50z"/><path d="M88 30v6M84 36h8l-2 6h-4z" class="r"/>',
  /** Two cups: all is done. */
  cups: '<path d="M30 44h22v14a9 9 0 0 1-9 9h-4a9 9 0 0 1-9-9V44ZM52 48h4a5 5 0 0 1 0 12h-4M66 44h22v14a9 9 0 0 1-9 9h-4a9 9 0 0 1-9-9V44ZM24 74h72"/><path d="M38 36c-2-4 2-5 0-9M46 36c-2-4 2-5 0-9M76 36c-2-4 2-5 0-9" class="r"/>',
  /** A broken wire: something failed. */
  wire: '<path d="M16 56c14 0 14-16 28-16h8M104 56c-14 0-14-16-28-16h-6M52 34v12M70 34v12"/><path d="M58 30l-2-6M64 30l2-6M61 50v6" class="r"/>',
} as const

export type ArtName = keyof typeof drawings

export const artPicture = (name: ArtName): string =>
  pictureOf(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 90" fill="none" stroke="#767166" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"><style>.r{stroke:#C4342B}</style>${drawings[name]}</svg>`,
  )
