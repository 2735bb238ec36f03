const shapes = {
  house: 'M4 11 12 4l8 7v9H4zM9.5 20v-5.5h5V20',
  arrow: 'M4 12h15M13 6l6 6-6 6',
  down: 'm6 9 6 6 6-6',
  out: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  again: 'M20 11a8 8 0 1 0-2.3 6.3M20 5v6h-6',
  type: 'M3 19 8.5 5 14 19M5 14.5h7M15 19l3-8 3 8M16 16.5h4',
  people: 'M4 8h13M14 5l3 3-3 3M20 16H7M10 13l-3 3 3 3',
  cloud: 'M7 18a4.5 4.5 0 0 1-.5-9A6 6 0 0 1 18 10.5 3.8 3.8 0 0 1 17.5 18z',
  network: 'M3 9.5a13 13 0 0 1 18 0M6.5 13.2a8 8 0 0 1 11 0M10 16.8a3 3 0 0 1 4 0',
} as const

/** A drawing beside words that say the same. */
export function Icon({ name }: { name: keyof typeof shapes }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  )
}
