import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { skillNames } from '@/copy/services'
import { dateWords } from '@/copy/time'
import { profileWords } from '@/copy/volunteer'
import { skills, type Skill } from '@/domain/handbook/skills'
import { startOfDay } from '@/domain/shared/calendar'
import { days, type Timestamp } from '@/domain/shared/time'
import type { Profile } from './use-profile'
import { useNow } from '@/platform/use-now'

export interface PartProps {
  profile: Profile
  change: (fields: Partial<Profile>) => void
}

/** What I can do: chips to tick. */
export function Skills({ profile, change }: PartProps) {
  const has = (skill: Skill): boolean => profile.skills.includes(skill)
  const toggle = (skill: Skill): void =>
    change({
      skills: has(skill) ? profile.skills.filter((one) => one !== skill) : [...profile.skills, skill],
    })
  return (
    <Card>
      <Field label={profileWords.skills} hint={profileWords.skillsHint}>
        <Choices
          isMultiple
          choices={skills.map((value) => ({ value, label: skillNames[value] }))}
          isChosen={has}
          onChoose={toggle}
        />
      </Field>
    </Card>
  )
}

const caps = [1, 2, 3, 5, 8, 10]

/** How many orders at once. */
export function Cap({ profile, change }: PartProps) {
  const offered = [...new Set([...caps, profile.cap])].sort((a, b) => a - b)
  return (
    <Card>
      <Field label={profileWords.cap} hint={profileWords.capHint}>
        <Choices
          choices={offered.map((value) => ({ value, label: profileWords.capOf(value) }))}
          isChosen={(value) => value === profile.cap}
          onChoose={(cap) => change({ cap })}
        />
      </Field>
    </Card>
  )
}

const rests = [7, 14, 30]

/** Not these weeks: until a day, which is named. */
export function OffDuty({ profile: { offUntil }, change }: PartProps) {
  const now = useNow()
  const chosen = offUntil !== null && offUntil > now ? offUntil : null
  const offered = rests.map((count) => startOfDay(now) + days(count))
  const all: (Timestamp | null)[] = [null, ...new Set([...(chosen === null ? [] : [chosen]), ...offered])]
  return (
    <Card>
      <Field label={profileWords.off} hint={profileWords.offHint}>
        <Choices
          choices={all.map((value) => ({
            value,
            label: value === null ? profileWords.on : profileWords.offUntil(dateWords(value)),
          }))}
          isChosen={(value) => value === chosen}
          onChoose={(value) => change({ offUntil: value })}
        />
      </Field>
    </Card>
  )
}

/** Those I would rather not go to: how many, and back to all. Who they are is told nowhere. */
export function Avoided({ profile: { avoids }, change }: PartProps) {
  if (avoids.length === 0) return null
  return (
    <Card>
      <Field label={profileWords.avoided(avoids.length)} hint={profileWords.avoidedHint}>
        <QuietButton onClick={() => change({ avoids: [] })}>{profileWords.forgetAvoided}</QuietButton>
      </Field>
    </Card>
  )
}
