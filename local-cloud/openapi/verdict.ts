/** What a content check found: `pass`, `risky`, or `review` by a person; `label` is WeChat's kind of content. */
export interface Verdict {
  suggest: 'pass' | 'risky' | 'review'
  label: number
}

/** WeChat's labels: 100 fine, 20006 unlawful (source: the WeChat docs on msgSecCheck). */
export const PASS: Verdict = { suggest: 'pass', label: 100 }
export const RISKY: Verdict = { suggest: 'risky', label: 20006 }

/** One entry of a check's `detail`: the content model's finding. */
export function contentModel(verdict: Verdict): Record<string, unknown> {
  return { strategy: 'content_model', errcode: 0, ...verdict, prob: 90 }
}
