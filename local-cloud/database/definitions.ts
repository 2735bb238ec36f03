/** A custom rule: true, false, or an expression for each operation; what is left out is false. */
export interface CustomRule {
  read?: boolean | string
  /** Stands in for `create`, `update` and `delete` where they are left out. */
  write?: boolean | string
  create?: boolean | string
  update?: boolean | string
  delete?: boolean | string
}

/** What clients may do with a collection; functions may always do everything. */
export type CollectionRule = 'ADMINONLY' | 'ADMINWRITE' | 'READONLY' | 'PRIVATE' | CustomRule

/** How an index holds a path: ascending, descending, or as places on the globe (a geo index). */
export type IndexKind = 1 | -1 | '2dsphere'

/** An index as data. The order of `keys` is the order of the compound index; paths may be dotted. */
export interface IndexDefinition {
  name: string
  keys: Readonly<Record<string, IndexKind>>
  /** As in MongoDB: a missing field counts as null. A geo index can't be unique. */
  unique?: boolean
}

/** A collection as data: what the cloud is to make of it at start. */
export interface CollectionDefinition {
  name: string
  indexes: readonly IndexDefinition[]
  rule: CollectionRule
}

/** A document as the program sees it: plain values, Date, RegExp, ObjectId, Binary. */
export type Document = Record<string, unknown>

/** A query in MongoDB's form. */
export type Query = Record<string, unknown>

/** A sort: paths and directions, most significant first. */
export type Sort = Record<string, 1 | -1>
