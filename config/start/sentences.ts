/** An error whose message is meant for the person at the terminal: what happened, and what to do. */
export class Sentence extends Error {}

/** What to do about an error of the local cloud, by its code. */
const advices: Readonly<Record<string, string>> = {
  PortTaken: '这个端口已经被别的程序占用：关掉那个程序，或者换一个端口，例如 npm start -- --port 8000。',
  DataTaken:
    '这份数据正被另一个程序使用：先关掉那个程序，或者换一个数据文件夹，例如 npm start -- --data .data2。',
  DataBroken:
    '数据文件坏了，打不开：要重新开始就用 npm start -- --fresh（旧数据会删掉），或者先把 .data 文件夹挪走留着。',
}

/** What to say of an error that ended the program; only one that nobody foresaw shows its stack. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Sentence) return error.message
  if (!(error instanceof Error)) return String(error)
  const { code } = error as { code?: unknown }
  const advice = typeof code === 'string' ? advices[code] : undefined
  return advice ? `${advice}\n(${error.message})` : (error.stack ?? error.message)
}

/** Ends the program with what there is to say. */
export function fail(error: unknown): never {
  console.error(`\n${sentenceOf(error)}\n`)
  process.exit(1)
}
