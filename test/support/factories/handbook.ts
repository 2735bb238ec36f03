import type { GuideEntry, Handbook, Question, Service } from '@/domain/handbook/schema'
import type { Calendar } from '@/domain/shared/calendar'
import { places, startOfTests } from './places'

/** Repairs: an hour for one who can do them, there within two hours or a day. */
export const aService = (overrides: Partial<Service> = {}): Service => ({
  id: 'repair',
  name: '小修小补',
  description: '水龙头、灯泡、门锁',
  icon: 'wrench',
  words: ['水龙头', '灯泡'],
  example: '厨房水龙头漏水',
  deed: '来修一修',
  questions: [],
  skills: ['repair'],
  minutes: 60,
  response: { urgentMinutes: 120, usualMinutes: 1440 },
  hints: [],
  people: 1,
  guideId: null,
  auto: [],
  isActive: true,
  ...overrides,
})

/** Does it smell of gas? Yes is danger. */
export const aQuestion = (overrides: Partial<Question> = {}): Question => ({
  id: 'smell',
  text: '闻到煤气味吗？',
  choices: [
    { text: '没有', danger: null },
    { text: '有', danger: 'gas' },
  ],
  isRequired: true,
  ...overrides,
})

/** Drains are the property company's job. */
export const aGuideEntry = (overrides: Partial<GuideEntry> = {}): GuideEntry => ({
  id: 'drain',
  matter: '下水道堵塞',
  words: ['下水道', '堵了'],
  name: '幸福里物业',
  phone: '025-12345678',
  hours: '全天',
  advice: '先关水阀',
  ...overrides,
})

/** Monday to Friday, 8:30–12:00 and 14:00–17:30, no holidays. */
export const aCalendar = (overrides: Partial<Calendar> = {}): Calendar => ({
  weekdays: [1, 2, 3, 4, 5],
  hours: [
    { from: 510, to: 720 },
    { from: 840, to: 1050 },
  ],
  holidays: [],
  workdays: [],
  ...overrides,
})

/** The handbook of the community: repairs, gas alarms, rides to the hospital, and drains that are not its job. */
export const aHandbook = (overrides: Partial<Handbook> = {}): Handbook => ({
  _id: places.community,
  version: 0,
  services: [
    aService(),
    aService({
      id: 'gasAlarm',
      name: '燃气报警器',
      icon: 'gas',
      words: ['报警器'],
      questions: [aQuestion()],
      skills: ['gas'],
      minutes: 20,
      response: { urgentMinutes: 60, usualMinutes: 240 },
    }),
    aService({ id: 'hospital', name: '陪同就医', icon: 'hospital', skills: ['hospital'], minutes: 180 }),
    aService({ id: 'drain', name: '下水道', icon: 'box', skills: [], guideId: 'drain' }),
    aService({ id: 'other', name: '其他', icon: 'hand', words: [], skills: [] }),
  ],
  guide: [aGuideEntry()],
  calendar: aCalendar(),
  quiet: { from: 1290, to: 420 },
  phone: '025-87654321',
  updatedAt: startOfTests,
  trail: [],
  ...overrides,
})
