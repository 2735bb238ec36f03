import { captions, captionWords, type Caption } from '../copy'
import type { StreetEvent } from './contract'
import { Fold } from './fold'
import { Icon } from './icons'
import { timeWords } from './time-words'

/** How many captions are kept folded. */
const kept = 6

const captionOf = (event: StreetEvent): Caption => captions[event.kind](event)

const quiet: Caption = { happened: captionWords.quiet, so: captionWords.quietSo }
const lost: Caption = { happened: captionWords.lost, so: captionWords.lostSo }

interface CaptionBarProps {
  /** The newest first. */
  events: readonly StreetEvent[]
  isLost: boolean
}

/** Tells what just happened in the street, in a sentence. */
export function CaptionBar({ events, isLost }: CaptionBarProps) {
  const [newest] = events
  const recent = events.slice(0, kept)
  const shown = isLost ? lost : newest ? captionOf(newest) : quiet
  return (
    <section className="caption" aria-label={captionWords.label}>
      <p className="caption-line" aria-live="polite">
        <span key={newest?.id ?? ''} className="caption-words">
          {newest && !isLost && <Time event={newest} />}
          <Sentence {...shown} />
        </span>
      </p>
      {recent.length > 1 && (
        <Fold
          className="recent"
          summary={
            <>
              {captionWords.recent(recent.length)}
              <Icon name="down" />
            </>
          }
        >
          <ol className="float recent-list">
            {recent.map((event) => (
              <li key={event.id}>
                <Time event={event} />
                <Sentence {...captionOf(event)} />
              </li>
            ))}
          </ol>
        </Fold>
      )}
    </section>
  )
}

function Time({ event: { at } }: { event: StreetEvent }) {
  return (
    <time className="caption-time" dateTime={at.toISOString()}>
      {timeWords(at)}
    </time>
  )
}

function Sentence({ happened, so }: Caption) {
  return (
    <span className="sentence">
      <span className="happened">{happened}</span>
      <span className="unseen">{captionWords.then}</span>
      <span className="so">
        <Icon name="arrow" />
        {so}
      </span>
    </span>
  )
}
