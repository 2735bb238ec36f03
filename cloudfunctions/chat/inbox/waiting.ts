import type { Actor } from '@/domain/account/policy'
import { waitsFor } from '@/domain/inbox/schema'
import { pageKey } from '@/domain/shared/paging'
import type { Timestamp } from '@/domain/shared/time'
import type { Where } from '../../_runtime/collection'
import { command } from '../../_runtime/sdk'

/** What waits for somebody's answer: not what they asked themselves, nor what was asked long ago. */
export const waitingFor = (actor: Actor, careKeys: readonly string[], now: Timestamp): Where => ({
  careKeys: command.in(careKeys),
  isOpen: true,
  askedKey: command.gt(pageKey(now - waitsFor, '')),
  'asked.by.userId': command.nin([actor._id]),
})
