import { toWire } from './ejson'
import { encodeQuery, type Condition } from './query-command'

interface Stage {
  stageKey: string
  stageValue: string
}

/** Runs stages; gives the results. */
export type RunStages = (stages: Stage[]) => Promise<{ list: Record<string, unknown>[]; errMsg: string }>

/** A pipeline: what `collection.aggregate()` and `db.command.aggregate.pipeline()` give. */
export class Aggregate {
  private readonly stages: [name: string, value: unknown][] = []

  constructor(private readonly run?: RunStages) {}

  private pipe(name: string, value: unknown): this {
    this.stages.push([name, value])
    return this
  }

  match(query: unknown): this {
    return this.pipe('$match', encodeQuery(query))
  }
  geoNear(spec: Condition): this {
    return this.pipe('$geoNear', spec.query ? { ...spec, query: encodeQuery(spec.query) } : spec)
  }
  addFields(spec: Condition): this {
    return this.pipe('$addFields', spec)
  }
  bucket(spec: Condition): this {
    return this.pipe('$bucket', spec)
  }
  bucketAuto(spec: Condition): this {
    return this.pipe('$bucketAuto', spec)
  }
  count(field: string): this {
    return this.pipe('$count', field)
  }
  group(spec: Condition): this {
    return this.pipe('$group', spec)
  }
  limit(count: number): this {
    return this.pipe('$limit', count)
  }
  lookup(spec: Condition): this {
    return this.pipe('$lookup', spec)
  }
  project(spec: Condition): this {
    return this.pipe('$project', spec)
  }
  replaceRoot(spec: Condition): this {
    return this.pipe('$replaceRoot', spec)
  }
  sample(spec: Condition): this {
    return this.pipe('$sample', spec)
  }
  skip(count: number): this {
    return this.pipe('$skip', count)
  }
  sort(spec: Record<string, 1 | -1>): this {
    return this.pipe('$sort', spec)
  }
  sortByCount(expression: unknown): this {
    return this.pipe('$sortByCount', expression)
  }
  unwind(spec: unknown): this {
    return this.pipe('$unwind', spec)
  }

  /** The stages in MongoDB's form, for a `lookup`'s pipeline. */
  done(): Condition[] {
    return this.stages.map(([name, value]) => ({ [name]: value }))
  }

  /** Sends the pipeline. */
  async end(): ReturnType<RunStages> {
    if (!this.run) throw new Error('Aggregation pipeline cannot send request')
    return await this.run(
      this.stages.map(([stageKey, value]) => ({ stageKey, stageValue: JSON.stringify(toWire(value)) })),
    )
  }
}

/** The operators of `db.command.aggregate`; each `$.sum('$n')` is `{$sum: '$n'}` (source: @cloudbase/database). */
const OPERATORS =
  'abs add ceil divide exp floor ln log log10 mod multiply pow sqrt subtract trunc arrayElemAt arrayToObject ' +
  'concatArrays filter in indexOfArray isArray map range reduce reverseArray size slice zip and not or cmp eq gt ' +
  'gte lt lte cond ifNull switch dateFromParts dateFromString dayOfMonth dayOfWeek dayOfYear isoDayOfWeek isoWeek ' +
  'isoWeekYear millisecond minute month second hour week year literal mergeObjects objectToArray allElementsTrue ' +
  'anyElementTrue setDifference setEquals setIntersection setIsSubset setUnion concat dateToString indexOfBytes ' +
  'indexOfCP split strLenBytes strLenCP strcasecmp substr substrBytes substrCP toLower toUpper meta addToSet avg ' +
  'first last max min push stdDevPop stdDevSamp sum let'

type Operator = (param: unknown) => Condition

/** `db.command.aggregate`. */
export const aggregateCommands: Record<string, Operator> & { pipeline: () => Aggregate } = Object.assign(
  Object.fromEntries(
    OPERATORS.split(' ').map((name): [string, Operator] => [name, (param) => ({ [`$${name}`]: param })]),
  ),
  { neq: (param: unknown) => ({ $ne: param }), pipeline: () => new Aggregate() },
)
