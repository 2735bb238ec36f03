/** A local cloud over a data folder, in a process of its own: says when it listens, and its memory when asked. */
import path from 'node:path'
import { startCloud } from '../../../local-cloud/start-cloud'
import { collections } from './orders'

async function main([dataDir = '']: string[]): Promise<void> {
  const functionsDir = path.join(__dirname, 'functions')
  const cloud = await startCloud({ env: 'bench', dataDir, functionsDir, collections, strict: true })
  process.on('message', () => process.send?.({ megabytes: process.memoryUsage().rss / 1e6 }))
  process.send?.({ url: cloud.url })
}

void main(process.argv.slice(2))
