import type { Document } from '../definitions'
import { geoNear } from '../geo/geo-near-stage'
import type { Reader } from '../reader'
import { isPlainObject } from '../wire'
import { facet, limit, match, replaceRoot, sample, skip, sort } from './basic-stages'
import { bucket } from './bucket'
import { bucketAuto } from './bucket-auto'
import { compilerOf } from './expression'
import { count, group, sortByCount } from './group'
import { lookup } from './lookup'
import { failed, type Compiler } from './operator'
import { addFields, project } from './projection'
import { misplaced, reading } from './reading'
import { unwind } from './unwind'
import type { Run, Source, Stage, StageContext } from './stage'

/** A stage that needs expressions and nothing else. */
function computing(stage: (spec: unknown, compiler: Compiler) => Run): Stage {
  return (spec, { compiler }) => stage(spec, compiler)
}

/** The stages that the SDK's `aggregate()` writes, and `$facet`, by which a joined pipeline may branch. */
const STAGES: Readonly<Record<string, Stage>> = {
  $addFields: computing(addFields),
  $bucket: computing(bucket),
  $bucketAuto: computing(bucketAuto),
  $count: count,
  $facet: facet,
  $group: computing(group),
  $limit: limit,
  $lookup: lookup,
  $match: match,
  $project: computing(project),
  $replaceRoot: computing(replaceRoot),
  $sample: sample,
  $skip: skip,
  $sort: sort,
  $sortByCount: computing(sortByCount),
  $unwind: unwind,
}

/** Stages that find documents by themselves. */
const SOURCES: Readonly<Record<string, Source>> = {
  $geoNear:
    (spec, { reader, collection }) =>
    () =>
      geoNear(reader, collection, spec),
}

/** Stages of MongoDB 4.0 that the SDK can't write, and this machine has not. */
const NOT_HERE = [
  '$changeStream',
  '$collStats',
  '$currentOp',
  '$graphLookup',
  '$indexStats',
  '$listLocalSessions',
  '$listSessions',
  '$out',
  '$redact',
]

/** Runs a pipeline over a collection. Throws the cloud's error, in MongoDB's words, before it reads anything. */
export function aggregate(reader: Reader, collection: string, stages: Document[]): Document[] {
  const context: StageContext = {
    reader,
    collection,
    compiler: compilerOf(),
    names: [],
    pipeline,
    sources: SOURCES,
  }
  return reading(stages, context)({})
}

/** Compiles stages into one. Sources pass here at the head: `reading` puts their documents in. */
function pipeline(stages: unknown, context: StageContext): Run {
  if (!Array.isArray(stages)) throw failed('A pipeline must be an array of objects')
  const runs = stages.map((stage, i) => compileStage(stage, i, context))
  return (docs, variables) => runs.reduce((current, run) => run(current, variables), docs)
}

function compileStage(stage: unknown, position: number, context: StageContext): Run {
  if (!isPlainObject(stage)) throw failed("Each element of the 'pipeline' array must be an object")
  const [name, ...more] = Object.keys(stage)
  if (name === undefined || more.length > 0) {
    throw failed('A pipeline stage specification object must contain exactly one field.')
  }
  if (Object.hasOwn(SOURCES, name)) {
    if (position > 0) throw misplaced(name)
    return (docs) => docs
  }
  const compile = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined
  if (compile) return compile(stage[name], context)
  if (NOT_HERE.includes(name)) throw failed(`'${name}' is not in the local cloud`)
  throw failed(`Unrecognized pipeline stage name: '${name}'`)
}
