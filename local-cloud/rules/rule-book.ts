import type { CollectionDefinition, Document, Query } from '../database/definitions'
import { CloudError, invalidParameter } from '../errors'
import { fillOpenid, type Asker } from './asker'
import { branchesOf } from './branches'
import {
  parseRule,
  type Operation,
  type OperationRule,
  type ParsedRule,
  type SimpleRule,
} from './collection-rule'
import { isCertain } from './evaluate'
import { FieldFacts } from './field-facts'
import { GetReader, TooManyReads } from './get-reader'
import { dataOfUpdate, touches } from './request-data'

/** What a client may run, and what that rests on. */
export interface Permit {
  /** The query with `{openid}` filled in, narrowed to the client's own documents where the rule says so. */
  query: Query
  /** Names (`documentKey`) of the documents that `get` has read: when one changes, ask again. */
  reads: string[]
  /** The rule names `now`: as time passes, ask again. */
  isTimed: boolean
  /** The rule asks nothing: a document that no longer fulfils the query may still be read. */
  isOpen: boolean
}

/** What is asked for. `data` is an update in MongoDB's form, or the whole document of a `set`. */
export interface Request {
  operation: Exclude<Operation, 'create'>
  collection: string
  query: Query
  data?: Document
}

/** The permission of collections that no definition names (source: the platform's default for new collections). */
const UNDEFINED_RULE: ParsedRule = { simple: 'PRIVATE' }

/**
 * Who may do what from a client. Functions are not asked. As on the platform, a query must itself contain
 * what its rule demands: nothing is filtered out of its results.
 */
export class RuleBook {
  private readonly rules = new Map<string, ParsedRule>()

  /** Throws StartError BadDefinition, naming the collection, for a rule that is not understood. */
  constructor(definitions: readonly CollectionDefinition[]) {
    for (const { name, rule } of definitions) this.rules.set(name, parseRule(name, rule))
  }

  /** Permits a query to be read, updated, or deleted. Throws DATABASE_PERMISSION_DENIED (-502003). */
  permit({ operation, collection, query, data }: Request, asker: Asker): Permit {
    const own = fillOpenid(query, asker.openid)
    const rule = this.ruleOf(collection)
    if ('simple' in rule) {
      const narrow = narrowed(rule.simple, operation, own, asker.openid)
      return { query: narrow, reads: [], isTimed: false, isOpen: narrow === own }
    }
    const part = this.partOf(rule.custom[operation], asker)
    const reader = new GetReader(asker)
    const branches = branchesOf(own)
    const request = data && { data: isUpdate(data) ? dataOfUpdate(data) : data }
    const holds = (doc: FieldFacts): boolean => isTrue(part, { doc, request }, asker, reader)
    if (!branches?.every((conditions) => holds(new FieldFacts(conditions, '')))) throw denied()
    const isOpen = part.expression.kind === 'literal'
    return { query: own, reads: reader.names, isTimed: part.isTimed, isOpen }
  }

  /** The document a client may add: `{openid}` filled in, `_openid` theirs. Throws -502003. */
  permitCreate(collection: string, asked: Document, asker: Asker): Document {
    if ('_openid' in asked) throw fixedOpenid()
    const doc = { ...fillOpenid(asked, asker.openid), _openid: asker.openid }
    const rule = this.ruleOf(collection)
    if ('simple' in rule) {
      if (!mayWrite(rule.simple) || asker.openid === '') throw deniedBy(rule.simple)
      return doc
    }
    const part = this.partOf(rule.custom.create, asker)
    if (!isTrue(part, { doc, request: { data: doc } }, asker, new GetReader(asker))) throw denied()
    return doc
  }

  /** A client's update, `{openid}` filled in. Throws INVALID_PARAM when it touches `_openid`. */
  fillUpdate(update: Document, openid: string): Document {
    if (touches(update, '_openid')) throw fixedOpenid()
    return fillOpenid(update, openid)
  }

  private ruleOf(collection: string): ParsedRule {
    return this.rules.get(collection) ?? UNDEFINED_RULE
  }

  private partOf(part: OperationRule | undefined, asker: Asker): OperationRule {
    if (!part || asker.openid === '') throw denied()
    return part
  }
}

function isTrue(
  { expression }: OperationRule,
  variables: { doc: unknown; request: unknown },
  asker: Asker,
  reader: GetReader,
): boolean {
  try {
    const auth = { openid: asker.openid }
    const input = { ...variables, auth, now: asker.now }
    return isCertain(expression, { variables: input, read: (path) => reader.read(path) })
  } catch (error) {
    if (error instanceof TooManyReads) return false
    throw error
  }
}

function isUpdate(data: Document): boolean {
  return Object.keys(data).some((key) => key.startsWith('$'))
}

function mayWrite(rule: SimpleRule): boolean {
  return rule === 'READONLY' || rule === 'PRIVATE'
}

function narrowed(rule: SimpleRule, operation: Operation, query: Query, openid: string): Query {
  const isRead = operation === 'read'
  const isAllowed = isRead ? rule !== 'ADMINONLY' : mayWrite(rule)
  if (!isAllowed || openid === '') throw deniedBy(rule)
  return isRead && rule !== 'PRIVATE' ? query : { $and: [query, { _openid: openid }] }
}

const TAGS: Record<SimpleRule, string> = {
  READONLY: 'readOnly',
  PRIVATE: 'private',
  ADMINWRITE: 'adminWrite',
  ADMINONLY: 'adminOnly',
}

/** The platform's words for a simple permission that forbids something. */
function deniedBy(rule: SimpleRule): CloudError {
  const message = `Permission Denied: Your operation is not allowed base on the ACL tag (${TAGS[rule]})`
  return new CloudError('DATABASE_PERMISSION_DENIED', message)
}

/** The platform's words for a rule that doesn't hold. */
export function denied(): CloudError {
  return new CloudError('DATABASE_PERMISSION_DENIED', 'Permission denied')
}

function fixedOpenid(): CloudError {
  return invalidParameter('Invalid Key Name: _openid')
}
