import { View } from '@tarojs/components'
import { PrimaryButton } from '@/components/button'
import { Card } from '@/components/card'
import { landingWords, roleLead } from '@/copy/join'
import type { Role } from '@/domain/shared/role'
import { OfficeLine } from './office-line'
import type { Look } from './landing'

interface RoleCallProps {
  role: Role
  look: Look
  onApply: () => void
}

/** A code that looks for people: whoever was given it applies, and the office decides. */
export const RoleCall = ({ role, look, onApply }: RoleCallProps) => (
  <View>
    <Card>{roleLead[role]}</Card>
    {!look.alreadyHome && <PrimaryButton onClick={onApply}>{landingWords.apply}</PrimaryButton>}
    <OfficeLine look={look} />
  </View>
)
