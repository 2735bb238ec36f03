import { posterWords } from '../copy'
import { buildingIn } from './concerned'

interface PosterProps {
  areaName: string
  imageUrl: string
  leaderName: string
  scannerName: string
  onScan: () => void
}

/** The sheet beside the stairwell's door: whoever scans it joins the building. */
export function Poster({ areaName, imageUrl, leaderName, scannerName, onScan }: PosterProps) {
  return (
    <section className="poster" aria-label={posterWords.where(areaName)}>
      <header className="poster-head">
        <h2>{areaName}</h2>
        <p>{posterWords.headline}</p>
      </header>
      <img className="code" src={imageUrl} alt={posterWords.codeAlt(areaName)} width={160} height={160} />
      <div className="poster-leader">
        {leaderName && (
          <span className="face" aria-hidden="true">
            {leaderName.slice(0, 1)}
          </span>
        )}
        <p>
          {posterWords.sentence(buildingIn(areaName) ?? areaName)}
          {leaderName && <span>{leaderName}</span>}
        </p>
      </div>
      {scannerName && (
        <button type="button" className="button button-main" onClick={onScan}>
          {posterWords.scan(scannerName)}
        </button>
      )}
    </section>
  )
}
