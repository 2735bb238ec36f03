import fc from 'fast-check'

/**
 * A gate says the same twice: cases are drawn from one seed. `SEED=random` draws others, `SEED=1234` those of a
 * failure; `HISTORIES_MS` gives the long histories more time.
 */
const { SEED = '20261122' } = process.env
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED) })

export default fc
