import type * as z from 'zod'
import { changesOf } from './changes'
import type { SdkTransaction } from './sdk'
import { openDocument, sealDocument } from './sealed-documents'
import { sealing } from './sealing'

type Fields = Readonly<Record<string, unknown>>

/** One collection within a transaction: by id only, opened, sealed and parsed as in `Collection`. */
export class TransactionCollection<T extends { _id: string }> {
  private readonly source: ReturnType<SdkTransaction['collection']>

  constructor(
    transaction: SdkTransaction,
    readonly name: string,
    private readonly schema: z.ZodType<T>,
  ) {
    this.source = transaction.collection(name)
  }

  async get(id: string): Promise<T | null> {
    const { data } = await this.source.doc(id).get()
    return data === null || data === undefined
      ? null
      : this.schema.parse(openDocument(sealing, this.name, data))
  }

  /**
   * Changes one document, as `Collection.update` does; answers whether it is there.
   * @throws TypeError when an operation touches what is sealed and can't be
   */
  async update(id: string, fields: Partial<T>, operations: Fields = {}): Promise<boolean> {
    const data = changesOf(this.name, fields, operations)
    return (await this.source.doc(id).update({ data })).stats.updated === 1
  }

  /** @throws what `isDuplicate` of sdk.ts knows, when its id or another unique value is taken; all is undone then */
  async insert(document: T): Promise<void> {
    await this.source.add({ data: sealDocument(sealing, this.name, document) })
  }
}
