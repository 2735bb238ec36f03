/** A program to be killed: writes as fast as it can, and says which writes were acknowledged. */
import { startCloud } from '../../../local-cloud/start-cloud'
import { functionsDir } from './cloud'

const main = async (): Promise<void> => {
  const [dataDir = ''] = process.argv.slice(2)
  const cloud = await startCloud({
    env: 'test',
    dataDir,
    functionsDir,
    collections: [
      { name: 'things', rule: 'ADMINONLY', indexes: [{ name: 'n', keys: { n: 1 }, unique: true }] },
    ],
  })
  const first = await cloud.database.count('things')
  const admin = async (body: Record<string, unknown>): Promise<void> => {
    const answer = await fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify(body) })
    const { code, message } = (await answer.json()) as { code?: string; message?: string }
    if (code) throw new Error(`${code} ${message ?? ''}`)
  }
  for (let n = first; ; n += 5) {
    const ids = Array.from({ length: 5 }, (_x, i) => `${process.pid}-${n + i}`)
    await Promise.all(
      ids.map((_id, i) =>
        admin({
          action: 'database.insertDocument',
          collectionName: 'things',
          data: [JSON.stringify({ _id, n: `${_id}`, pad: 'x'.repeat(200), i })],
        }).then(() => process.stdout.write(`${_id}\n`)),
      ),
    )
  }
}
void main()
