import { realPhoneWords } from '../copy'

/** How to bring a real phone into the street. */
export function RealPhone({ url, code }: { url: string | null; code: string | null }) {
  return (
    <section className="card real-phone">
      <h2>{realPhoneWords.title}</h2>
      {url && code ? (
        <>
          <img className="code" src={code} alt={realPhoneWords.codeAlt} width={88} height={88} />
          <p>
            {realPhoneWords.words}
            <a href={url}>{new URL(url).host}</a>
          </p>
        </>
      ) : (
        <p>{realPhoneWords.missing}</p>
      )}
    </section>
  )
}
