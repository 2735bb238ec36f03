import { useRef, useState } from 'react'
import { streetWords } from '../copy'
import { CaptionBar } from './caption-bar'
import { lightOf } from './concerned'
import type { StreetState } from './contract'
import { Header } from './header'
import { PhoneFrame } from './phone-frame'
import { Poster } from './poster'
import { RealPhone } from './real-phone'
import { Stories } from './stories'
import { usePhones } from './use-phones'
import { useScale } from './use-scale'
import { useHappenings, useStreetState } from './use-street'

/** The page that `npm start` opens: a street of phones that share one cloud. */
export function StreetPage() {
  const { state, hasFailed, retry } = useStreetState()
  if (state) return <Street state={state} />
  return (
    <main className="waiting">
      <p role="status">{hasFailed ? streetWords.failed : streetWords.loading}</p>
      {hasFailed && (
        <button type="button" className="button button-main" onClick={retry}>
          {streetWords.retry}
        </button>
      )}
    </main>
  )
}

function Street({ state }: { state: StreetState }) {
  const { events, fresh, isLost } = useHappenings()
  const { phones, start, handTo, scan, newcomerName } = usePhones(state)
  const [isScanning, setScanning] = useState(false)
  const row = useRef<HTMLUListElement>(null)
  const scale = useScale(row, phones.length)
  const scanPoster = (): void => {
    const slot = scan()
    setScanning(true)
    setTimeout(() => setScanning(false), 2600)
    row.current?.children[slot]?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }
  const leader = phones.find(({ role }) => role.includes('格长'))
  return (
    <>
      <Header now={state.now} />
      <CaptionBar events={events} isLost={isLost} />
      <main className="street">
        <aside className="wall">
          <Poster
            {...state.poster}
            leaderName={leader?.name ?? ''}
            scannerName={newcomerName}
            onScan={scanPoster}
          />
          <RealPhone url={state.lanUrl} code={state.lanCode} />
        </aside>
        <ul className="phones" ref={row} aria-label={streetWords.phones}>
          {phones.map((phone) => (
            <PhoneFrame
              key={phone.slot}
              phone={phone}
              scale={scale}
              personas={state.personas}
              light={isScanning && phone.name === newcomerName ? 'acts' : fresh && lightOf(phone, fresh)}
              onHand={(persona) => handTo(phone.slot, persona)}
              onElder={() => start(phone.slot, { isElder: !phone.isElder })}
              onReload={() => start(phone.slot)}
            />
          ))}
        </ul>
        <Stories />
      </main>
    </>
  )
}
