import { pathsOf } from '@/domain/notice/audience'
import type { Notice } from '@/domain/notice/schema'
import { noticeTopics } from '@/domain/signal/topics'
import { moveSignals } from '../../_runtime/signals'
import type { DutyContext } from '../duty'
import { saveNotice } from './save'

/** What was written for later goes out. */
export async function publish(context: DutyContext, notice: Notice): Promise<Notice | null> {
  const published = await saveNotice(context, notice, { state: 'published' })
  if (published) await moveSignals(context.store, noticeTopics(pathsOf(notice)))
  return published
}
