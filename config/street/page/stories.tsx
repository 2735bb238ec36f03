import { stories, storiesWords } from '../copy'

/** What to try: stories, most of which need several phones. */
export function Stories() {
  return (
    <section className="card stories" aria-labelledby="stories-title">
      <h2 id="stories-title">{storiesWords.title}</h2>
      <div className="stories-row">
        {stories.map(({ title, lead, steps }) => (
          <article key={title}>
            <h3>{title}</h3>
            <p>{lead}</p>
            <ol>
              {steps.map((step) => (
                <li key={step}>
                  <Step words={step} />
                </li>
              ))}
            </ol>
          </article>
        ))}
      </div>
    </section>
  )
}

/** What to do; the names of buttons stand out, and stay in one piece. */
function Step({ words }: { words: string }) {
  return words
    .split(/(「[^」]+」[，。]?)/)
    .map((part, index) => (part.startsWith('「') ? <b key={index}>{part}</b> : part))
}
