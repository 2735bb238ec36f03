import fc from '../../support/fast-check'
import { ancestorAt, ancestorsOf, areaLevels, areaPathSchema, isWithin, levelOf } from '@/domain/shared/area'
import { places } from '../../support/factories/places'

const segment = fc.stringMatching(/^[a-z0-9-]{1,24}$/)
const areaPath = fc.array(segment, { minLength: 1, maxLength: 5 }).map((parts) => `${parts.join('/')}/`)

describe('area: what a path is', () => {
  it.each(Object.values(places))('%s is one', (path) => {
    expect(areaPathSchema.safeParse(path).success).toBe(true)
  })

  it.each([
    ['nothing', ''],
    ['only a slash', '/'],
    ['no slash at the end', 'heping/c1'],
    ['a slash in front', '/heping/'],
    ['an empty part', 'heping//e1/'],
    ['six parts', 'a/b/c/d/e/f/'],
    ['a way up', 'heping/../'],
    ['capitals', 'Heping/'],
    ['Chinese', '和平/'],
    ['a space', 'he ping/'],
    ['a line end', 'heping/\n'],
    ['a pattern', 'heping/.*/'],
    ['a part of 25', `${'a'.repeat(25)}/`],
    ['something that is not text', 7],
  ])('not: %s', (_why, path) => {
    expect(areaPathSchema.safeParse(path).success).toBe(false)
  })

  it('every list of one to five parts makes one', () => {
    fc.assert(fc.property(areaPath, (path) => areaPathSchema.safeParse(path).success))
  })
})

describe('area: within', () => {
  it.each([
    ['itself', places.building4, places.building4, true],
    ['a unit in its building', places.unit, places.building4, true],
    ['a building in its community', places.building4, places.community, true],
    ['not a building in its unit', places.building4, places.unit, false],
    ['not building 41 in building 4', places.building41, places.building4, false],
    ['not building 4 in building 41', places.building4, places.building41, false],
    ['not community 12 in community 1', places.community12, places.community, false],
    ['not the same building name elsewhere', places.buildingElsewhere, places.building4, false],
  ])('%s', (_what, path, scope, expected) => {
    expect(isWithin(path, scope)).toBe(expected)
  })

  it('says the same as comparing part by part', () => {
    const near = fc.array(fc.constantFrom('b1', 'b12', 'b1-', 'b'), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(near, near, (path, scope) => {
        const byParts = scope.every((part, index) => path[index] === part)
        return isWithin(`${path.join('/')}/`, `${scope.join('/')}/`) === byParts
      }),
    )
  })

  it('holds exactly for the ancestors', () => {
    fc.assert(
      fc.property(areaPath, areaPath, (path, other) => {
        expect(ancestorsOf(path).every((scope) => isWithin(path, scope))).toBe(true)
        expect(isWithin(path, other)).toBe(ancestorsOf(path).includes(other))
      }),
    )
  })
})

describe('area: ancestors and levels', () => {
  it('a unit lies in five areas, widest first, itself last', () => {
    expect(ancestorsOf(places.unit)).toEqual([
      'heping/',
      'heping/c1/',
      'heping/c1/e1/',
      'heping/c1/e1/b4/',
      'heping/c1/e1/b4/u2/',
    ])
  })

  it.each([
    [places.street, 'street'],
    [places.community, 'community'],
    [places.estate, 'estate'],
    [places.building4, 'building'],
    [places.unit, 'unit'],
  ])('%s is a %s', (path, level) => {
    expect(levelOf(path)).toBe(level)
  })

  it.each(['', 'heping', 'a/b/c/d/e/f/'])('"%s" has no level', (path) => {
    expect(() => levelOf(path)).toThrow(RangeError)
  })

  it('the building of a unit is found, the unit of a building is not', () => {
    expect(ancestorAt(places.unit, 'building')).toBe(places.building4)
    expect(ancestorAt(places.building4, 'building')).toBe(places.building4)
    expect(ancestorAt(places.building4, 'unit')).toBeNull()
    expect(ancestorAt(places.street, 'community')).toBeNull()
  })

  it('the ancestor at a level is of that level, and there is one down to the own level', () => {
    fc.assert(
      fc.property(areaPath, fc.constantFrom(...areaLevels), (path, level) => {
        const ancestor = ancestorAt(path, level)
        const isAbove = areaLevels.indexOf(level) <= areaLevels.indexOf(levelOf(path))
        expect(ancestor === null ? null : levelOf(ancestor)).toBe(isAbove ? level : null)
      }),
    )
  })
})
