/** The program that is killed: a local cloud over the folder and port it is told. */
import { startCloud } from '../../../../local-cloud/start-cloud'
import { functionsDir } from '../cloud'
import { collections } from './collections'

async function main([dataDir = '', port = '0']: string[]): Promise<void> {
  const options = { env: 'test', dataDir, functionsDir, collections, strict: true, port: Number(port) }
  const cloud = await startCloud(options)
  process.send?.({ url: cloud.url, port: cloud.port })
}

void main(process.argv.slice(2))
