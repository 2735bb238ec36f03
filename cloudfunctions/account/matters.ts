import type { Collection, Where } from '../_runtime/collection'
import type { Store } from '../_runtime/store'

/** Whatever names people by `PersonRef`s alone, with everyone named in `namedIds`. */
const matters = ['groups', 'cases', 'topics', 'promises', 'inbox', 'notices', 'visits'] as const

/** Documents of each kind in one pass. */
const batch = 100

interface Matter {
  _id: string
  namedIds: string[]
  /** Where there is none, a matter changes by being opened and closed. */
  version?: number
  isOpen?: boolean
}

/** Changes what names somebody in groups' matters. Answers how many kinds are to be looked at again. */
export async function changeMatters(
  store: Store,
  userId: string,
  change: <M extends Matter>(matter: M) => M,
): Promise<number> {
  const left = await Promise.all(
    matters.map((name) => changeIn(store[name] as unknown as Collection<Matter>, userId, change)),
  )
  return left.filter(Boolean).length
}

async function changeIn(
  collection: Collection<Matter>,
  userId: string,
  change: (matter: Matter) => Matter,
): Promise<boolean> {
  const found = await collection.find({ namedIds: userId }, { limit: batch })
  const changed = await Promise.all(
    found.map((matter) => {
      const { version } = matter
      return collection.update(unchanged(matter), {
        ...differing(matter, change(matter)),
        ...(version === undefined ? {} : { version: version + 1 }),
      })
    }),
  )
  return found.length === batch || changed.some((count) => count === 0)
}

/** What is the same is not written: some of it changes without a new version, as who has read a notice does. */
function differing(before: Matter, after: Matter): Partial<Matter> {
  const was = new Map(Object.entries(before).map(([name, value]) => [name, JSON.stringify(value)]))
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => was.get(name) !== JSON.stringify(value)),
  )
}

/** As it was read: whatever has changed since is looked at again. */
const unchanged = ({ _id, isOpen, version }: Matter): Where => ({
  _id,
  ...(version === undefined ? {} : { version }),
  ...(isOpen === undefined ? {} : { isOpen }),
})
