import { isCurrent } from '@/domain/account/index-fields'
import { standingAt } from '@/domain/account/policy'
import { toPersonCard, type Account, type Membership } from '@/domain/account/schema'
import type { ResidentRow } from '@/domain/resident/contract'
import { maskedName } from '@/domain/certificate/schema'
import type { Timestamp } from '@/domain/shared/time'

/** The lines of the register for those homes of people that are meant and current at `now`. */
export const residentRows = (
  people: readonly Account[],
  isShown: (home: Membership) => boolean,
  now: Timestamp,
): ResidentRow[] =>
  people.flatMap((person) =>
    standingAt(person, now)
      .memberships.filter((home) => isCurrent(home) && isShown(home))
      .map((home) => ({
        ...toPersonCard(person),
        state: person.state,
        avatarFileId: person.avatarFileId,
        maskedName: person.realName === null ? null : maskedName(person.realName),
        areaPath: home.areaPath,
        areaName: home.areaName,
        roomNumber: home.roomNumber,
        relation: home.relation,
        standing: home.standing,
        until: home.until,
      })),
  )
