import { PrimaryButton } from '@/components/button'

/** As in `agree-button.tsx`: a browser asks nobody else. */
export const AgreeButton = ({ children, onAgree }: { children: string; onAgree: () => void }) => (
  <PrimaryButton onClick={onAgree}>{children}</PrimaryButton>
)
