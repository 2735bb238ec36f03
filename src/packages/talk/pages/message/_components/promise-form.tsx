import { MakeForm } from '@/features/promise/make-form'
import type { DeedProps } from './deed'

/** I'll tell you the moment I hear: what, and by when. */
export const PromiseForm = ({ message: { groupPath, seq }, onDone }: DeedProps) => (
  <MakeForm groupPath={groupPath} seq={seq} onDone={onDone} />
)
