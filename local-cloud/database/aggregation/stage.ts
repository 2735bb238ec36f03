import type { Document } from '../definitions'
import type { Reader } from '../reader'
import type { Compiler, Variables } from './operator'

/** A compiled stage: documents in, documents out. It changes none of those it is given. */
export type Run = (docs: Document[], variables: Variables) => Document[]

/** A compiled pipeline that finds its own documents. */
export type Read = (variables: Variables) => Document[]

/** What a stage may ask for while it is compiled. */
export interface StageContext {
  reader: Reader
  /** The collection that the pipeline reads. */
  collection: string
  /** Knows the variables of a `$lookup` around. */
  compiler: Compiler
  /** The names of those variables. */
  names: readonly string[]
  /** Compiles a pipeline within this one. */
  pipeline: (stages: unknown, context: StageContext) => Run
  /** Stages that find documents by themselves. */
  sources: Readonly<Record<string, Source>>
}

/** Compiles `{$stage: spec}`. Throws the cloud's error, in MongoDB's words, for a spec it can't be. */
export type Stage = (spec: unknown, context: StageContext) => Run

/** Compiles a stage that finds documents by itself, and so must be the first. */
export type Source = (spec: unknown, context: StageContext) => Read
