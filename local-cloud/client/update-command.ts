import { flat, type Condition } from './query-command'

/** What `db.command.inc(1)` gives: a change that waits for its field. */
export class UpdateCommand {
  constructor(
    readonly operator: string,
    readonly operand: unknown,
  ) {}
}

interface PushOptions {
  each: unknown[]
  position?: number
  sort?: unknown
  slice?: number
}

const command = (operator: string) => (operand: unknown) => new UpdateCommand(operator, operand)

/** The update commands of `db.command` (source: the serializer of @cloudbase/database). */
export const updateCommands = {
  set: command('$set'),
  inc: command('$inc'),
  mul: command('$mul'),
  min: command('$min'),
  max: command('$max'),
  rename: command('$rename'),
  bit: command('$bit'),
  pull: command('$pull'),
  pullAll: command('$pullAll'),
  addToSet: command('$addToSet'),
  remove: () => new UpdateCommand('$unset', ''),
  pop: () => new UpdateCommand('$pop', 1),
  shift: () => new UpdateCommand('$pop', -1),
  push: (...values: unknown[]) => new UpdateCommand('$push', pushed(values)),
  unshift: (...values: unknown[]) => new UpdateCommand('$push', { $each: listed(values), $position: 0 }),
}

function pushed(values: unknown[]): Condition {
  const [first] = values
  if (!isPushOptions(first)) return { $each: listed(values) }
  const { each, position, sort, slice } = first
  return { $each: each, $position: position, $sort: sort, $slice: slice }
}

function isPushOptions(value: unknown): value is PushOptions {
  return typeof value === 'object' && value !== null && 'each' in value
}

function listed(values: unknown[]): unknown[] {
  return Array.isArray(values[0]) ? (values[0] as unknown[]) : values
}

/** An update in MongoDB's form: plain values are `$set`, nested objects become dotted paths. */
export function encodeUpdate(data: Condition): Record<string, Condition> {
  const out: Record<string, Condition> = {}
  for (const [path, value] of flat(data, '', (item) => item instanceof UpdateCommand)) {
    const { operator, operand } = value instanceof UpdateCommand ? value : new UpdateCommand('$set', value)
    out[operator] = { ...out[operator], [path]: operand }
  }
  return out
}
