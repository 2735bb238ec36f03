import { mediaOf } from '@/domain/media/schema'
import type { Review } from '@/domain/order/parts'
import { withoutFile } from '@/domain/order/without-file'
import { anOrder } from '../../support/factories/order'
import { startOfTests } from '../../support/factories/places'

const file = (name: string): string => `cloud://test.local/${name}`
const review: Review = {
  stars: 5,
  dimensions: {},
  tags: [],
  words: '谢谢',
  voice: { fileId: file('thanks'), seconds: 3 },
  thanks: '',
  onWall: false,
  by: 'resident-li',
  at: startOfTests,
}
const order = anOrder({
  voice: { fileId: file('asked'), seconds: 4 },
  photoFileIds: [file('a'), file('both'), file('b')],
  completion: { note: '换了垫片', photoFileIds: [file('both'), file('c')] },
  review,
})

it.each([
  ['the voice', 'asked', { voice: null }],
  ['one of the photos', 'b', { photoFileIds: [file('a'), file('both')] }],
  ['a photo of what was done', 'c', { completion: { note: '换了垫片', photoFileIds: [file('both')] } }],
  ['the voice of the rating, whose words stay', 'thanks', { review: { ...review, voice: null } }],
  [
    'what stands in two places, out of both',
    'both',
    {
      photoFileIds: [file('a'), file('b')],
      completion: { note: '换了垫片', photoFileIds: [file('c')] },
    },
  ],
  ['what is not in it', 'elsewhere', null],
])('an order without %s', (_name, name, fields) => {
  expect(withoutFile(order, file(name))).toEqual(fields)
})

it('the files that somebody gives, each of its kind; none where there are none', () => {
  expect(mediaOf(order)).toEqual([
    { kind: 'image', fileId: file('a') },
    { kind: 'image', fileId: file('both') },
    { kind: 'image', fileId: file('b') },
    { kind: 'voice', fileId: file('asked') },
  ])
  expect(mediaOf({ voice: null })).toEqual([])
  expect(mediaOf({})).toEqual([])
})
