import { fullNameOf } from '@/domain/place/naming'
import type { Area } from '@/domain/place/schema'
import { roleKey, roles } from '@/domain/shared/role'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'
import { findAllWithin } from './find-places'
import { sideBySide } from './side-by-side'

/** More homes of one person in the same stairwell than anybody has. */
const mostHomes = 5

/**
 * Gives an area its new name, and all that repeats it: the areas below, their flats, the homes and the roles of
 * people. What has happened keeps the name that it happened under. May be run again.
 */
export async function renameWithin(store: Store, parent: Area, area: Area): Promise<Area> {
  const below = await findAllWithin(store, area._id)
  const renamed = renameAll(parent, area, below)
  await sideBySide(renamed, async ({ before, after }) => {
    const { _id, name, fullName, order } = after
    if (before.fullName !== fullName) await renameMentions(store, before, after)
    await store.areas.update({ _id }, { name, fullName, order })
  })
  return renamed[0]?.after ?? area
}

interface Renamed {
  before: Area
  after: Area
}

/** `below` comes by path, so that parents are before their children. */
function renameAll(parent: Area, area: Area, below: readonly Area[]): Renamed[] {
  const named = new Map<string, Area>([[parent._id, parent]])
  return below.map((before) => {
    const own = before._id === area._id ? area : before
    const above = named.get(before._id.replace(/[^/]+\/$/, '')) ?? parent
    const after = { ...own, fullName: fullNameOf(own.level, own.name, above) }
    named.set(after._id, after)
    return { before, after }
  })
}

async function renameMentions(store: Store, before: Area, after: Area): Promise<void> {
  const { _id: areaPath, fullName: areaName } = after
  const keys = roles.map((role) => roleKey(role, areaPath))
  const ofPeople = async (index: object, list: 'memberships' | 'roles'): Promise<void> => {
    // The whole name is as good as the path, and the list itself is sealed in part.
    const where = { ...index, [`${list}.areaName`]: before.fullName }
    // Of each person one mention is changed at a time.
    for (let home = 0; home < mostHomes; home += 1) {
      if ((await store.accounts.update(where, {}, { [`${list}.$.areaName`]: areaName })) === 0) return
    }
  }
  await Promise.all([
    store.households.update({ areaPath }, { areaName }),
    ofPeople({ homeAt: areaPath }, 'memberships'),
    ofPeople({ roleKeys: command.in(keys) }, 'roles'),
  ])
}
