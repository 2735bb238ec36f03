/** As in `read-text.ts`; with the mark that browsers take away, and spreadsheets want. */
export async function readText(address: string): Promise<string> {
  const bytes = await (await fetch(address)).arrayBuffer()
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
