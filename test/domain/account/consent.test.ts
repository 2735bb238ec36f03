import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { momentsToAsk, tapsOf, type ConsentTap } from '@/domain/account/consent'
import { momentSchema, type Moment } from '@/domain/order/parts'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('domain'))
  .map((file) => readFileSync(path.join('src', file), 'utf8'))
const taps = [...new Set(Object.values(tapsOf).flat())]

it('every moment is asked for on some tap', () => {
  expect(Object.keys(tapsOf).sort()).toEqual([...momentSchema.options].sort())
})

it.each(taps)('%s: is a tap of some page', (tap: ConsentTap) => {
  // ask('order') in a handler, or accept: 'take' in the table of order events.
  const asks = new RegExp(`([cC]onsent|ask)\\('${tap}'\\)|^  \\w+: '${tap}',$`, 'm')
  expect(sources.filter((source) => source.includes('useConsent') && asks.test(source))).not.toEqual([])
})

it.each(taps)('%s: at most three at once, and all of them in the end', (tap: ConsentTap) => {
  const left: Partial<Record<Moment, number>> = {}
  for (let round = 0; round < 10; round += 1) {
    const asked = momentsToAsk(tap, left, [])
    expect(asked.length).toBeLessThanOrEqual(3)
    for (const moment of asked) left[moment] = (left[moment] ?? 0) + 1
  }
  const wanted = momentSchema.options.filter((moment) => tapsOf[moment].includes(tap))
  expect(Object.keys(left).sort()).toEqual(wanted.sort())
  expect(momentsToAsk(tap, left, [])).toEqual([])
})

it('an order after another: its own three once more, the least that is left first', () => {
  expect(momentsToAsk('order', {}, [])).toEqual(['accepted', 'completed', 'released'])
  expect(momentsToAsk('order', { accepted: 1, released: 2 }, [])).toEqual(['completed', 'accepted'])
})

it('who said no today is not asked again', () => {
  expect(momentsToAsk('order', {}, ['accepted', 'completed', 'released'])).toEqual([])
})
