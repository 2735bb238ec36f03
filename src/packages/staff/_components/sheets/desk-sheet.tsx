import type { ReactElement } from 'react'
import type { OrderView } from '@/domain/order/present'
import type { Asked } from '@/features/dispatch/desk-events'
import { CompleteForSheet } from './complete-for-sheet'
import { CorrectHoursSheet } from './correct-hours-sheet'
import { DeferSheet } from './defer-sheet'
import { MergeSheet } from './merge-sheet'
import { CallBackSheet, NoShowSheet } from './person-sheets'
import { RedirectSheet } from './redirect-sheet'
import { RemarkSheet } from './remark-sheet'
import { SplitSheet } from './split-sheet'
import { TransferSheet } from './transfer-sheet'
import { CloseRosterSheet, AskedAfterSheet, ResumeSheet, TakeBackSheet } from './plain-sheets'

export interface SheetProps {
  order: OrderView
  onClose: () => void
}

/** What an event of the desk asks for before it happens; mount it to open it. */
export function DeskSheet({
  asked: { event, order },
  onClose,
}: {
  asked: Asked
  onClose: () => void
}): ReactElement {
  const shared = { order, onClose }
  switch (event) {
    case 'resume':
      return <ResumeSheet {...shared} />
    case 'closeRoster':
      return <CloseRosterSheet {...shared} />
    case 'withdraw':
    case 'cancel':
      return <TakeBackSheet {...shared} event={event} />
    case 'noShow':
      return <NoShowSheet {...shared} />
    case 'completeFor':
      return <CompleteForSheet {...shared} />
    case 'callBack':
      return <CallBackSheet {...shared} />
    case 'followUp':
    case 'lookInto':
      return <AskedAfterSheet {...shared} event={event} />
    case 'correctHours':
      return <CorrectHoursSheet {...shared} />
    case 'defer':
      return <DeferSheet {...shared} />
    case 'redirect':
      return <RedirectSheet {...shared} />
    case 'transfer':
      return <TransferSheet {...shared} />
    case 'split':
      return <SplitSheet {...shared} />
    case 'merge':
      return <MergeSheet {...shared} />
    case 'remark':
      return <RemarkSheet {...shared} />
  }
}
