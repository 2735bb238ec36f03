import type { ReactNode } from 'react'
import { Field } from '@/components/field'
import { PhotoPicker } from '@/components/photo-picker'
import { orderFormWords } from '@/copy/pages'
import type { HandbookView } from '@/domain/handbook/contract'
import type { Question as Asked, Service } from '@/domain/handbook/schema'
import type { Timestamp } from '@/domain/shared/time'
import type { Problem } from '@/features/order/draft-input'
import type { Draft } from '@/features/order/draft'
import type { DraftState } from '@/features/order/use-draft'
import { AnswersQuestion } from './answers-question'
import { MoreQuestion } from './more-question'
import { ServiceQuestion } from './service-question'
import type { Places } from './use-places'
import { WhenQuestion } from './when-question'
import { WhereQuestion } from './where-question'
import { WhoQuestion } from './who-question'
import { WordsQuestion } from './words-question'

interface Given {
  state: DraftState
  handbook: HandbookView
  service: Service | null
  places: Places
  mayChoosePeople: boolean
  now: Timestamp
  problems: readonly Problem[]
  /** Say what is wrong; not before someone has tried to go on. */
  isStrict: boolean
  dismiss: (guideIds: readonly string[]) => void
  /** Every answer is tapped, and none of them means danger. */
  onAnswered: (answers: Draft['answers']) => void
}

const mayTellDanger = ({ choices }: Asked): boolean => choices.some(({ danger }) => danger !== null)

export interface Question {
  key: 'service' | 'text' | 'answers' | 'when' | 'who' | 'where' | 'photos' | 'more'
  /** What can be wrong with its answer. */
  asks: readonly Problem[]
  node: ReactNode
}

/** Those that tell of danger first: while it smells of gas nobody should have to write anything. */
const dangersFirst = (questions: readonly Asked[]): Asked[] => [
  ...questions.filter(mayTellDanger),
  ...questions.filter((question) => !mayTellDanger(question)),
]

/** The questions of an order, one after the other: all on one page, or one a page in elder mode. */
export function questionsOf(given: Given): Question[] {
  const { state, handbook, service, places, mayChoosePeople, now, problems, isStrict, dismiss } = given
  const wrong = (problem: Problem): boolean => isStrict && problems.includes(problem)
  const asked = dangersFirst(service?.guideId === null ? service.questions : [])
  // Of a service that is only guessed by their words, nothing moves in front of what they are writing.
  const isDangerFirst = state.draft.serviceId !== null && asked.some(mayTellDanger)
  const answers: Question | false = asked.length > 0 && {
    key: 'answers',
    asks: ['answers'],
    node: (
      <AnswersQuestion state={state} questions={asked} isStrict={isStrict} onAnswered={given.onAnswered} />
    ),
  }
  const shared = { state, wrong }
  const all: (Question | false)[] = [
    {
      key: 'service',
      asks: ['service'],
      node: <ServiceQuestion {...shared} handbook={handbook} service={service} dismiss={dismiss} />,
    },
    isDangerFirst && answers,
    {
      key: 'text',
      asks: ['text'],
      node: <WordsQuestion state={state} service={service} isWrong={wrong('text')} />,
    },
    !isDangerFirst && answers,
    {
      key: 'when',
      asks: ['weekdays', 'monthDay'],
      node: <WhenQuestion {...shared} now={now} />,
    },
    {
      key: 'who',
      asks: ['name', 'consent'],
      node: <WhoQuestion {...shared} charges={places.charges} mayBeSelf={places.homes.length > 0} />,
    },
    { key: 'where', asks: ['home', 'room'], node: <WhereQuestion {...shared} places={places} /> },
    {
      key: 'photos',
      asks: [],
      node: (
        <Field label={orderFormWords.photos}>
          <PhotoPicker
            fileIds={state.draft.photoFileIds}
            onChange={(photoFileIds) => state.change({ photoFileIds })}
          />
        </Field>
      ),
    },
    {
      key: 'more',
      asks: ['phone'],
      node: <MoreQuestion {...shared} service={service} mayChoosePeople={mayChoosePeople} />,
    },
  ]
  return all.filter((question) => question !== false)
}
