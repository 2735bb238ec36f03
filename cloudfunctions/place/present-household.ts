import { maskedName } from '@/domain/certificate/schema'
import type { HouseholdView } from '@/domain/place/contract'
import type { Household } from '@/domain/place/schema'

/** With the names of its register: for one flat, and with a line in `accesses`. */
export function presentHousehold(
  { updatedAt: _updatedAt, ...household }: Household,
  residentCount: number,
): HouseholdView {
  return { ...household, residentCount }
}

/** As lists show it: who is named there can be guessed by those who know them, and by nobody else. */
export const maskedHousehold = (household: Household, residentCount: number): HouseholdView =>
  presentHousehold(
    {
      ...household,
      register: household.register.map(({ name, relation }) => ({ name: maskedName(name), relation })),
    },
    residentCount,
  )
