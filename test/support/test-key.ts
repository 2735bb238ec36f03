import { keyVariable } from '../../cloudfunctions/_runtime/keyring'
import { openDocument } from '../../cloudfunctions/_runtime/sealed-documents'
import { sealingWith } from '../../cloudfunctions/_runtime/sealing'

/** The same key in every test: what is sealed in one process can be opened in another. */
export const testKey = Buffer.alloc(32, 'a key for tests only').toString('base64')

/** What the functions of a test's cloud find in their environment. */
export const functionEnv: Readonly<Record<string, string>> = { [keyVariable]: testKey }

/** Seals and opens as those functions do. */
export const testSealing = sealingWith(() => testKey)

/** A raw document of a test's cloud, opened. */
export const opened = <T>(collection: string, document: T): T =>
  openDocument(testSealing, collection, document)
