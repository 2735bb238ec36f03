/** Our own drawings, 24 × 24, strokes only. */
export const iconShapes = {
  alarm:
    'M12 3c-3.3 0-5 2.4-5 5.5V14l-2 3h14l-2-3V8.500C17 5.400 15.300 3 12 3ZM10 20h4M3 8c0-2 .8-3.500 2-4.500M21 8c0-2-.8-3.500-2-4.500',
  hospital: 'M4 20V8l8-4 8 4v12M9.500 20v-4h5v4M12 8.500v4M10 10.500h4',
  phone:
    'M8 3h8a1.500 1.500 0 0 1 1.500 1.500v15A1.500 1.500 0 0 1 16 21H8a1.500 1.500 0 0 1-1.500-1.500v-15A1.500 1.500 0 0 1 8 3ZM11 18h2',
  call: 'M5 4h3.500l1.500 4-2 1.500a11 11 0 0 0 6.500 6.500l1.500-2 4 1.500V19a1.500 1.500 0 0 1-1.500 1.500C11 20.500 3.500 13 3.500 5.500A1.500 1.500 0 0 1 5 4Z',
  repair:
    'M14.500 6.500a4 4 0 0 1 5-2l-2.500 2.500v2h2l2.500-2.500a4 4 0 0 1-5.500 4.800L8 19.500a2 2 0 0 1-3-3l8.200-8a4 4 0 0 1 1.300-2Z',
  basket: 'M4 10h16l-1.500 9h-13L4 10ZM8 10l3-6M16 10l-3-6M9.500 13.500v2.500M14.500 13.500v2.500',
  visit:
    'M4 11l8-7 8 7M6 9.500V20h12V9.500M12 17s-3-1.700-3-3.700a1.600 1.600 0 0 1 3-.8 1.600 1.600 0 0 1 3 .8c0 2-3 3.700-3 3.700Z',
  carry: 'M4 8l8-4 8 4v8l-8 4-8-4V8ZM4 8l8 4 8-4M12 12v8M8 6l8 4',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  hand: 'M7 12V6.500a1.500 1.500 0 0 1 3 0V11M10 11V4.500a1.500 1.500 0 0 1 3 0V11M13 11V5.500a1.500 1.500 0 0 1 3 0V12M16 9.500a1.500 1.500 0 0 1 3 0V15a6 6 0 0 1-6 6h-1c-2 0-3.500-1-4.500-2.500L4.500 14c-.8-1.300 1-2.600 2-1.500l.5.7',
  desk: 'M4 5h16v11H4V5ZM9 20h6M12 16v4M8 9h8M8 12h5',
  scan: 'M4 8V5.500A1.500 1.500 0 0 1 5.500 4H8M16 4h2.500A1.500 1.500 0 0 1 20 5.500V8M20 16v2.500a1.500 1.500 0 0 1-1.500 1.500H16M8 20H5.500A1.500 1.500 0 0 1 4 18.500V16M4 12h16',
  people:
    'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM3.500 19c0-3 2.500-5 5.500-5s5.500 2 5.500 5M15.500 5.300a3 3 0 0 1 0 5.400M17 14.300c2 .6 3.500 2.300 3.500 4.700',
  notice: 'M4 10v4h3l7 4V6l-7 4H4ZM17 9.500a3.500 3.500 0 0 1 0 5',
  camera: 'M4 8h3.500L9 5.500h6L16.500 8H20v11H4V8ZM12 16.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  close: 'M6 6l12 12M18 6L6 18',
  next: 'M9 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  up: 'M5 15l7-7 7 7',
  check: 'M5 12.500l5 5 9-10',
  clock: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17ZM12 7.500V12l3 2',
  pin: 'M12 21s-6.500-6-6.500-11a6.500 6.500 0 0 1 13 0C18.500 15 12 21 12 21ZM12 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z',
  door: 'M6 21V4h12v17M4 21h16M14.500 12.500h.01',
  star: 'M12 4l2.500 5.200 5.500.8-4 4 1 5.700L12 17l-5 2.700 1-5.700-4-4 5.500-.8L12 4Z',
  write: 'M4 20l1-4L16 5l3 3L8 19l-4 1ZM14 7l3 3',
  ticket: 'M5 4h14v16l-3-2-2 2-2-2-2 2-2-2-3 2V4ZM9 9h6M9 13h6',
  send: 'M4 12l16-8-5 16-4-6-7-2ZM11 14l4-5',
  plus: 'M12 5v14M5 12h14',
  scissors:
    'M6.500 9a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM6.500 20a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM8.500 8L20 18M8.500 16L20 6',
  book: 'M4 5.500C6.500 4.500 9.500 4.500 12 6c2.500-1.500 5.500-1.500 8-.5V19c-2.500-1-5.500-1-8 .5-2.500-1.500-5.500-1.500-8-.5V5.500ZM12 6v13.500',
  car: 'M4 16v-4l2-5.500h12L20 12v4M3 16h18v2.500H3V16ZM7 16v4M17 16v4M4 12h16',
  lamp: 'M9 18h6M10 21h4M12 3a6 6 0 0 1 3.500 10.900c-.6.5-.8 1.300-.8 2.100h-5.400c0-.8-.2-1.600-.8-2.100A6 6 0 0 1 12 3Z',
  mic: 'M12 15a3.500 3.500 0 0 0 3.500-3.500v-5a3.500 3.500 0 0 0-7 0v5A3.500 3.500 0 0 0 12 15ZM5.500 11.500a6.500 6.500 0 0 0 13 0M12 18v3',
  play: 'M8 5l11 7-11 7V5Z',
  stop: 'M6 6h12v12H6V6Z',
  siren: 'M6 18v-6a6 6 0 0 1 12 0v6M4 18h16v2.500H4V18ZM12 2v2M4.500 5L6 6.500M19.500 5L18 6.500M12 10v4',
  repeat:
    'M4 11V9.500A3.500 3.500 0 0 1 7.500 6H19M16 3l3 3-3 3M20 13v1.500a3.500 3.500 0 0 1-3.500 3.500H5M8 21l-3-3 3-3',
  chart: 'M4 20V4M4 20h16M8 16v-4M12 16V8M16 16v-6',
  merge: 'M6 4v4c0 4 6 3 6 8v4M18 4v4c0 4-6 3-6 8',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM16 16l4.500 4.500',
} as const

export type IconName = keyof typeof iconShapes

/** The colours of `tokens.scss`; pictures can't read custom properties. */
export const inkColours = {
  ink: '#26241F',
  'ink-2': '#6B665C',
  'ink-3': '#767166',
  vest: '#C4342B',
  jade: '#2E7556',
  amber: '#9A6200',
  sky: '#2C5F8D',
  white: '#FFFFFF',
} as const
export type InkColour = keyof typeof inkColours

export const pictureOf = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`

/** A drawing as a picture's address. */
export const iconPicture = (name: IconName, colour: InkColour, isFilled = false): string =>
  pictureOf(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="${isFilled ? inkColours[colour] : 'none'}" stroke="${inkColours[colour]}" stroke-width="${name === 'more' ? 3 : 1.7}" stroke-linecap="round" stroke-linejoin="round"><path d="${iconShapes[name]}"/></svg>`,
  )
