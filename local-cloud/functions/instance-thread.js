'use strict'
/**
 * One instance of a cloud function: a worker thread that handles one request at a time, with its own
 * environment and the cloud's clock. Plain JavaScript, because a worker thread loads it without a compiler.
 */
const { parentPort, workerData } = require('node:worker_threads')
const { format } = require('node:util')

followClock(new Float64Array(workerData.clock))
captureConsole()

let main
try {
  main = require(workerData.entry).main
  if (typeof main !== 'function') throw new Error('index.js does not export main')
  parentPort.postMessage({ type: 'ready' })
} catch (error) {
  parentPort.postMessage({ type: 'broken', error: describe(error) })
}

let keys = []
parentPort.on('message', async ({ event, env, context }) => {
  for (const key of keys) delete process.env[key]
  keys = Object.keys(env)
  Object.assign(process.env, env)
  const deadline = performance.now() + context.time_limit_in_ms
  const getRemainingTimeInMillis = () => Math.max(0, Math.round(deadline - performance.now()))
  try {
    const result = JSON.stringify(await main(event, { ...context, getRemainingTimeInMillis }))
    parentPort.postMessage({ type: 'done', result: result === undefined ? 'null' : result })
  } catch (error) {
    parentPort.postMessage({ type: 'failed', error: describe(error) })
  }
})

function describe(error) {
  if (!(error instanceof Error))
    return { message: typeof error === 'object' ? JSON.stringify(error) : String(error), stack: '' }
  return { message: error.message, stack: error.stack || '' }
}

function captureConsole() {
  for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
    console[level] = (...args) => parentPort.postMessage({ type: 'line', level, text: format(...args) })
  }
}

/** Date.now() and new Date() follow the cloud: the machine's time plus a shared offset in ms. */
function followClock(offset) {
  const MachineDate = Date
  const machineNow = MachineDate.now
  const now = () => Math.round(machineNow() + offset[0])
  const CloudDate = new Proxy(MachineDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [now()], newTarget),
    apply: () => new MachineDate(now()).toString(),
  })
  MachineDate.now = now
  MachineDate.prototype.constructor = CloudDate
  globalThis.Date = CloudDate
}
