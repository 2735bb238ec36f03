let calls = 0
console.log('loading')

const later = (work) => setTimeout(work, 0)
const circle = {}
circle.circle = circle

/** What a call does, by `event.act`; it always counts the calls of its instance. */
const acts = {
  exit: () => process.exit(1),
  exitLater: () => void later(() => process.exit(0)),
  rejectLater: () => void later(() => Promise.reject(new Error('nobody caught this'))),
  throwDuring: () =>
    new Promise(() =>
      later(() => {
        throw new Error('out of the blue')
      }),
    ),
  throwText: () => Promise.reject('just a text'),
  throwObject: () => Promise.reject({ code: 7 }),
  hog: () => {
    for (const all = []; ;) all.push(new Array(1e5).fill({}))
  },
  circle: () => circle,
  bigint: () => 10n,
  nothing: () => undefined,
  date: () => new Date(0),
  text: () => 'plain',
  number: () => 42,
  big: ({ size }) => 'x'.repeat(size),
  levels: () => {
    for (const level of ['debug', 'log', 'info', 'warn', 'error']) console[level](`%s!`, level)
  },
}

exports.main = async (event) => {
  calls++
  return event.act ? acts[event.act](event) : calls
}
