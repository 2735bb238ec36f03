import { useEffect, useRef } from 'react'
import { isThread } from '@/domain/chat/thread'
import type { GroupDetail } from '@/domain/group/contract'
import { afterQuiet } from '@/domain/shared/calendar'
import type { Timestamp } from '@/domain/shared/time'
import { useAction } from '@/features/session/use-action'
import { useNow } from '@/platform/use-now'
import type { Timeline } from './timeline'

export type Mute = NonNullable<GroupDetail['mute']>

/** The number of the last line that says that the group works otherwise now. */
const settingsLine = (timeline: Timeline | null): number =>
  timeline?.messages.reduce(
    (last, { body, seq }) => (body.kind === 'house' || body.kind === 'topic' ? seq : last),
    0,
  ) ?? 0

/** What keeps me from writing at this moment: the hours begin and end without anybody telling this phone. */
function muteAt({ mute, announcementHours, allowedActions }: GroupDetail, now: Timestamp): Mute | null {
  if (mute?.why === 'silenced' && mute.until > now) return mute
  if (announcementHours === null || allowedActions.includes('moderate')) return null
  const until = afterQuiet(announcementHours, now)
  return until === now ? null : { why: 'announcements', until, reason: '' }
}

/** What stands above a group and what it allows me now; asked anew when the stream says that it has changed. */
export function useGroupState(groupPath: string, timeline: Timeline | null) {
  const now = useNow()
  const isEnabled = !isThread(groupPath)
  const { data, refetch } = useAction('group.get', { groupPath }, { isEnabled })
  const line = settingsLine(timeline)
  const isOpen = timeline !== null
  const known = useRef<number | null>(null)
  useEffect(() => {
    if (!isEnabled || !isOpen || line <= (known.current ?? 0)) return
    // What was asked for with the first page knows of its lines already; later lines are newer than any question.
    void refetch({ cancelRefetch: known.current !== null })
    known.current = line
  }, [isEnabled, isOpen, line, refetch])

  const group = data?.group ?? null
  const until = group?.mute?.until ?? null
  const isOver = until !== null && until <= now
  useEffect(() => {
    if (isOver) void refetch({ cancelRefetch: false })
  }, [isOver, refetch])

  return { pins: group?.pins ?? [], mute: group && muteAt(group, now), refetch }
}
