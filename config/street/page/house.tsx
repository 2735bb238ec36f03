/** A drawing of a house: its strokes, its dark windows, and the one that is lit when its people do something. */
interface Drawing {
  strokes: string
  windows: readonly (readonly [x: number, y: number])[]
  lamp: readonly [x: number, y: number]
}

/** Rows and columns of windows, but for the one with the lamp. */
const grid = (
  xs: readonly number[],
  ys: readonly number[],
  [lampX, lampY]: Drawing['lamp'],
): Drawing['windows'] =>
  ys.flatMap((y) => xs.map((x) => [x, y] as const)).filter(([x, y]) => x !== lampX || y !== lampY)

/** The ground is at 64; each stands on it. */
const drawings: readonly Drawing[] = [
  {
    // A slab of flats, and the boxes of somebody who moves in.
    strokes:
      'M24 64V14h84v50M24 22h84M58 64V52h16v12M128 64V50h18v14M128 55h18M137 50v5M146 64V56h12v8M150 56v3M132 50v-9h11v9',
    windows: grid([34, 52, 72, 90], [28, 40], [52, 28]),
    lamp: [52, 28],
  },
  {
    // A slab of flats with a water tank, and a tree.
    strokes:
      'M24 64V16h104v48M38 16V9h20v7M98 16v-5M94 11h8M68 64V52h16v12M150 64V50M150 50a11 11 0 1 1 .1 0',
    windows: grid([34, 52, 72, 92, 110], [24, 38], [92, 24]),
    lamp: [92, 24],
  },
  {
    // The community office: a gable, a flag, a broad door.
    strokes:
      'M20 64V36l52-18 52 18v28M12 39l60-21 60 21M60 64V48h24v16M72 48v16M72 18V4M72 4l14 4-14 4M158 64V42q0-7 7-7M165 35v4',
    windows: grid([32, 44, 94, 106], [46], [94, 46]),
    lamp: [94, 46],
  },
  {
    // A tower beside a low house.
    strokes:
      'M30 64V8h56v56M46 8V3M86 34h56v30M52 64V54h12v10M104 64V52h14v12M162 64V54M162 54a8 8 0 1 1 .1 0',
    windows: grid([38, 54, 70], [16, 28, 40], [38, 28]).concat([[124, 42]]),
    lamp: [38, 28],
  },
  {
    // Flats with balconies and a pitched roof.
    strokes:
      'M26 64V26L76 8l50 18v38M20 28l56-20 56 20M34 46h22M96 46h22M68 64V50h16v14M146 64V52M146 52a9 9 0 1 1 .1 0M168 64V56M168 56a6 6 0 1 1 .1 0',
    windows: grid([40, 72, 102], [34], [72, 34]).concat([[72, 20]]),
    lamp: [72, 34],
  },
]

/** Where the holder of a phone lives: a light goes on when they do something, or hear of it. */
export function House({ slot }: { slot: number }) {
  const { strokes, windows, lamp } = drawings[slot % drawings.length] ?? {
    strokes: '',
    windows: [],
    lamp: [0, 0],
  }
  return (
    <svg className="house" viewBox="0 0 180 66" aria-hidden="true">
      <path d={strokes} />
      {windows.map(([x, y]) => (
        <rect key={`${x}/${y}`} x={x} y={y} width="7" height="7" rx="1" />
      ))}
      <rect className="lamp" x={lamp[0]} y={lamp[1]} width="7" height="7" rx="1" />
    </svg>
  )
}
