import { command } from './sdk'
import { sealDocument, sealOperations } from './sealed-documents'
import { sealing } from './sealing'

type Fields = Readonly<Record<string, unknown>>

/** The data of an update: fields are replaced whole (the cloud would merge objects), what is personal is sealed. */
export function changesOf(collection: string, fields: object, operations: Fields): Fields {
  const replaced = Object.entries(sealDocument(sealing, collection, fields)).map(
    ([key, value]) => [key, command.set(value)] as const,
  )
  return { ...Object.fromEntries(replaced), ...sealOperations(sealing, collection, operations) }
}
