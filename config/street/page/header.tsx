import { useState } from 'react'
import { networkChoices, networkWords, streetWords } from '../copy'
import { setFaults } from './contract'
import { Fold } from './fold'
import { Icon } from './icons'
import { timeWords } from './time-words'
import { useClock } from './use-street'

export function Header({ now }: { now: number }) {
  return (
    <header className="header">
      <h1 className="brand">
        <Icon name="house" />
        {streetWords.name}
        <span className="brand-title">{streetWords.title}</span>
      </h1>
      <p className="lead">{streetWords.lead}</p>
      <div className="tools">
        <NetworkDial />
        <a className="tool" href="/cloud/" target="_blank" rel="noreferrer">
          <Icon name="cloud" />
          {streetWords.cloud}
          <span className="unseen">{streetWords.newTab}</span>
        </a>
        <Fold
          className="restart"
          summary={
            <>
              <Icon name="again" />
              {streetWords.restart}
            </>
          }
        >
          <p className="float">
            {streetWords.restartWords}
            <code>{streetWords.restartCommand}</code>
          </p>
        </Fold>
        <Clock now={now} />
      </div>
    </header>
  )
}

/** How good the network of every phone is. */
function NetworkDial() {
  const [chosen, setChosen] = useState<string>(networkChoices[0].id)
  const [hasFailed, setFailed] = useState(false)
  const choose = async (id: string): Promise<void> => {
    const choice = networkChoices.find((one) => one.id === id)
    if (!choice) return
    setChosen(id)
    setFailed(false)
    try {
      await setFaults({ latencyMs: choice.latencyMs, failRate: choice.failRate })
    } catch {
      setChosen(chosen)
      setFailed(true)
    }
  }
  return (
    <label
      className={`tool dial${chosen === networkChoices[0].id ? '' : ' dial-worse'}`}
      title={networkWords.hint}
    >
      <Icon name="network" />
      {networkWords.label}
      <select value={chosen} onChange={(event) => void choose(event.target.value)}>
        {networkChoices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <Icon name="down" />
      {hasFailed && (
        <span className="dial-failed" role="alert">
          {networkWords.failed}
        </span>
      )}
    </label>
  )
}

function Clock({ now }: { now: number }) {
  const time = useClock(now)
  const words = timeWords(time)
  return (
    <time className="clock" dateTime={time.toISOString()} aria-label={streetWords.clockLabel(words)}>
      {words}
    </time>
  )
}
