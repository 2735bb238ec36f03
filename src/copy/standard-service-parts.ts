import type { Question, Service } from '@/domain/handbook/schema'

type Choice = Question['choices'][number]
/** An answer, and the danger it means. */
export const choice = (text: string, danger: Choice['danger'] = null): Choice => ({ text, danger })
/** A question; without choices it is answered in words. */
export const ask = (id: string, text: string, choices: Choice[] = [], isRequired = false): Question => ({
  id,
  text,
  choices,
  isRequired,
})
export const yesOrNo = [choice('是'), choice('不是')]

/** What most services are like. */
export const plain = {
  questions: [],
  skills: [],
  people: 1,
  guideId: null,
  auto: [],
  isActive: true,
} satisfies Partial<Service>
export const noMoney = '不收钱，不收礼，不推销'
