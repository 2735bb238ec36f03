import { topicKind, topics, topicsOf } from '@/domain/signal/topics'
import {
  aGrant,
  aLeader,
  aMembership,
  anAccount,
  aStaffMember,
  aVolunteer,
} from '../../support/factories/account'
import { places } from '../../support/factories/places'

const sorted = (list: readonly string[]) => [...list].sort()

describe('signals: what a phone watches', () => {
  it('someone without a home: only what is theirs', () => {
    expect(topicsOf(anAccount({ memberships: [] }))).toEqual(['user:resident-li'])
  })

  it('resident: their building, its chat, and the notices around it', () => {
    expect(topicsOf(anAccount())).toEqual(
      expect.arrayContaining([
        'user:resident-li',
        'chat:heping/c1/e1/b4/',
        'notice:heping/c1/e1/b4/',
        'notice:heping/c1/e1/',
        'notice:heping/c1/',
      ]),
    )
  })

  it('resident by the stairwell: the chats of the building and of the stairwell', () => {
    const actor = anAccount({ memberships: [aMembership({ areaPath: places.unit })] })
    expect(topicsOf(actor)).toContain('chat:heping/c1/e1/b4/')
    expect(topicsOf(actor)).toContain('chat:heping/c1/e1/b4/u2/')
    expect(topicsOf(actor)).not.toContain('chat:heping/c1/e1/')
  })

  it('newcomer: watches as a neighbour does', () => {
    const newcomer = anAccount({ memberships: [aMembership({ standing: 'unconfirmed' })] })
    expect(sorted(topicsOf(newcomer))).toEqual(sorted(topicsOf(anAccount())))
  })

  it('declined: watches nothing of the building any more', () => {
    const declined = anAccount({ memberships: [aMembership({ standing: 'declined' })] })
    expect(topicsOf(declined)).toEqual(['user:resident-li'])
  })

  it('volunteer: the hall of their community, not the desk', () => {
    const watched = topicsOf(aVolunteer())
    expect(watched).toContain('hall:heping/c1/')
    expect(watched.filter((topic) => ['desk', 'pending'].includes(topicKind(topic)))).toEqual([])
  })

  it('volunteer of one building: still the hall of its community', () => {
    const actor = aVolunteer({ roles: [aGrant('volunteer', places.building4)] })
    expect(topicsOf(actor)).toContain('hall:heping/c1/')
  })

  it('leader: the chat, the newcomers and the notices of the building, not desk or hall', () => {
    expect(topicsOf(aLeader())).toEqual(
      expect.arrayContaining([
        'user:leader-zhou',
        'pending:heping/c1/e1/b4/',
        'chat:heping/c1/e1/b4/',
        'notice:heping/c1/e1/b4/',
      ]),
    )
    expect(topicsOf(aLeader()).some((topic) => ['desk', 'hall'].includes(topicKind(topic)))).toBe(false)
  })

  it('staff: the desk and the newcomers of their community', () => {
    expect(topicsOf(aStaffMember())).toEqual(
      expect.arrayContaining([
        'user:staff-chen',
        'desk:heping/c1/',
        'pending:heping/c1/',
        'notice:heping/c1/',
      ]),
    )
  })

  it.each([
    ['resident', anAccount()],
    ['volunteer', aVolunteer()],
    ['leader', aLeader()],
    ['staff', aStaffMember()],
  ])('%s: nothing of other communities, other people or other buildings', (_who, actor) => {
    const watched = topicsOf(actor)
    expect(watched.filter((topic) => /heping\/c(12|2)\//.test(topic))).toEqual([])
    expect(watched.filter((topic) => topicKind(topic) === 'user')).toEqual([`user:${actor._id}`])
    expect(watched).not.toContain(topics.chat(places.building41))
  })

  it('two homes and a role in one building: each signal once', () => {
    const actor = anAccount({
      memberships: [aMembership(), aMembership({ roomNumber: '1503' })],
      roles: [aGrant('microGridLeader', places.building4)],
    })
    expect(new Set(topicsOf(actor)).size).toBe(topicsOf(actor).length)
  })

  it.each(['community', 'estate', 'building4', 'unit'] as const)(
    'resident by the stairwell: hears of a notice to their %s',
    (name) => {
      const actor = anAccount({ memberships: [aMembership({ areaPath: places.unit })] })
      expect(topicsOf(actor)).toContain(topics.notice(places[name]))
    },
  )

  it.each(['community', 'estate', 'building4'] as const)(
    'leader who lives elsewhere: hears of a notice to the %s that they may read',
    (name) => {
      expect(topicsOf(aLeader())).toContain(topics.notice(places[name]))
    },
  )
})

describe('signals: names', () => {
  it('say of what kind they are', () => {
    const { noticeUnder, ...others } = topics
    for (const [kind, make] of Object.entries(others)) expect(topicKind(make(places.community))).toBe(kind)
    expect(topicKind(noticeUnder(places.community))).toBe('notice')
  })

  it('are each their own', () => {
    const names = Object.values(topics).map((make) => make(places.community))
    expect(new Set(names).size).toBe(names.length)
  })
})
