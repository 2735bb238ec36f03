import { View } from '@tarojs/components'
import { PrimaryButton } from '@/components/button'
import { Card } from '@/components/card'
import { landingWords, roleLead } from '@/copy/join'
import type { Role } from '@/domain/shared/role'
import { open, routes } from '@/routes'
import { OfficeLine } from './office-line'
import type { Look } from './landing'

/** A code that looks for people: volunteers apply by themselves, everything else is the office's to decide. */
export const RoleCall = ({ code, role, look }: { code: string; role: Role; look: Look }) => (
  <View>
    <Card>{roleLead[role]}</Card>
    {role === 'volunteer' && (
      <PrimaryButton onClick={() => open(routes.helpByCode(code))}>{landingWords.apply}</PrimaryButton>
    )}
    <OfficeLine look={look} />
  </View>
)
