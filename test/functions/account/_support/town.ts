import { places } from '../../../support/factories/places'
import { grids } from '../../../support/neighbours'

/*
 * What is true in a history of people, kept by the words of the issue and of nothing else: no policy, transition or
 * index of the product is asked here.
 */

/** The flats of the history, with what they lie in. */
export const doors = [
  { building: places.building4, grid: grids.one, room: '1501' },
  { building: places.building4, grid: grids.one, room: '1502' },
  { building: places.building4, grid: grids.one, room: '1401' },
  { building: places.building4, grid: grids.two, room: '301' },
  { building: places.building5, grid: null, room: '301' },
] as const
export type Door = (typeof doors)[number]

export interface Home {
  door: Door
  standing: 'unconfirmed' | 'confirmed' | 'declined' | 'left' | 'removed'
  since: number
  until: number | null
  endedAt: number | null
  /** In which of all steps somebody vouched for it, and in which it was removed; 0: in none. */
  vouchedIn: number
  removedIn: number
  /** Shut until somebody vouches for it. */
  isHeld: boolean
  /** Somebody else has said how long it lasts. */
  isLeaseFixed: boolean
}
export interface Office {
  role: 'microGridLeader' | 'communityStaff' | 'streetOffice'
  area: string
  since: number
  until: number | null
  appointmentId: string | null
}
export interface Person {
  id: string
  /** null: has no phone. */
  openid: string | null
  isMerged: boolean
  homes: Home[]
  offices: Office[]
  helpers: string[]
  /** What has to stand on their trail, apart from what is said of roles. */
  trail: string[]
}

/** Someone with a phone, who may have no account yet. */
export type Caller = { openid: string; person: Person | null }

export class Town {
  now = 0
  private steps = 0
  constructor(
    readonly people: Person[],
    readonly newcomers: string[],
    /** Whose the one order is that everyone tries to read. */
    public orderOwnerId: string,
  ) {}

  callers(): Caller[] {
    const known = this.people.flatMap((person) =>
      person.openid === null || person.isMerged ? [] : [{ openid: person.openid, person }],
    )
    return [...known, ...this.newcomers.map((openid) => ({ openid, person: null }))]
  }

  byId(id: string): Person {
    const found = this.people.find((person) => person.id === id)
    if (!found) throw new Error(`nobody is ${id}`)
    return found
  }

  /** Lives there now, confirmed or not. */
  isHere = (home: Home): boolean =>
    (home.standing === 'unconfirmed' || home.standing === 'confirmed') &&
    (home.until === null || home.until > this.now)

  homeOf = (person: Person, door: Door): Home | undefined =>
    person.homes.find((home) => home.door === door && this.isHere(home))

  /** The next of all steps, from 1. */
  step(): number {
    this.steps += 1
    return this.steps
  }

  isOpen = (home: Home): boolean => this.isHere(home) && !(home.isHeld && home.standing === 'unconfirmed')

  livesInBuilding = (person: Person, building: string): boolean =>
    person.homes.some((home) => home.door.building === building && this.isOpen(home))

  /** Removed from the building, and nobody has vouched for them there since. */
  isShutOut(person: Person, building: string): boolean {
    const there = person.homes.filter(({ door }) => door.building === building)
    const removed = Math.max(0, ...there.map(({ removedIn }) => removedIn))
    const isVouched = (home: Home): boolean =>
      home.vouchedIn > removed || (home.standing === 'confirmed' && this.isHere(home))
    return removed > 0 && !there.some(isVouched)
  }

  isConfirmedAt = (person: Person, door: Door): boolean => this.homeOf(person, door)?.standing === 'confirmed'

  private offices = (person: Person): Office[] =>
    person.offices.filter(({ until }) => until === null || until > this.now)

  /** A leader or the office, for all of an area. */
  keeps = (person: Person, area: string): boolean =>
    this.offices(person).some((office) => office.role !== 'streetOffice' && area.startsWith(office.area))

  /** A leader or the office, for one flat: the leader of its grid is. */
  keepsDoor = (person: Person, door: Door): boolean =>
    this.keeps(person, door.building) ||
    this.offices(person).some(({ role, area }) => role !== 'streetOffice' && area === door.grid)

  keepsSomething = (person: Person): boolean => this.offices(person).length > 0
  isStaff = (person: Person): boolean => this.offices(person).some(({ role }) => role === 'communityStaff')
  /** Whose home is nobody's to end but the office's: they look after it themselves. */
  mayEnd = (actor: Person, whom: Person, door: Door): boolean =>
    !this.keepsDoor(whom, door) ||
    this.offices(actor).some(({ role, area }) => role === 'communityStaff' && door.building.startsWith(area))

  isStreet = (person: Person): boolean => this.offices(person).some(({ role }) => role === 'streetOffice')

  keepsPartOf = (person: Person, building: string): boolean =>
    doors.some((door) => door.building === building && this.keepsDoor(person, door))

  /** Whose card someone may open. */
  mayOpen = (viewer: Person, person: Person): boolean =>
    doors.some((door) => this.homeOf(person, door) !== undefined && this.keepsDoor(viewer, door)) ||
    (person.openid === null &&
      doors.some((door) => this.homeOf(person, door) !== undefined && this.isConfirmedAt(viewer, door)))

  /** What the clock sees to: leases that are over are written, leaders who have moved out lead no more. */
  strike(): void {
    for (const person of this.people) {
      this.writeLeases(person)
      person.offices = this.offices(person)
      for (const home of person.homes)
        if (home.standing === 'left' || home.standing === 'removed') this.stepDown(person, home)
    }
  }

  /** A lease that is over is written as "left", with a line on the trail. */
  writeLeases(person: Person): void {
    for (const home of person.homes) {
      if (home.until === null || home.until > this.now) continue
      if (home.standing !== 'unconfirmed' && home.standing !== 'confirmed') continue
      Object.assign(home, { standing: 'left', endedAt: home.until })
      person.trail.push('leaseEnded')
    }
  }

  /** Whoever has moved out of what they lead, after they came to lead it. */
  stepDown(person: Person, { door, endedAt }: Home): void {
    const isIn = (one: Door, area: string): boolean => one.building.startsWith(area) || one.grid === area
    person.offices = person.offices.filter(
      ({ role, area, since }) =>
        role !== 'microGridLeader' ||
        !isIn(door, area) ||
        since > (endedAt ?? 0) ||
        person.homes.some((home) => this.isHere(home) && isIn(home.door, area)),
    )
  }
}
