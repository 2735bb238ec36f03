import type { Service } from '@/domain/handbook/schema'
import { noMoney, plain } from './standard-service-parts'
import { errandServices } from './standard-services-errands'
import { homeServices } from './standard-services-home'
import { peopleServices } from './standard-services-people'

/** Asked for often, and somebody else's job: the number is shown instead of a form. */
const elsewhere: Service[] = [
  {
    ...plain,
    id: 'drain',
    name: '下水道堵了',
    description: '归物业管，马上给您电话',
    icon: 'wrench',
    words: ['下水道', '堵了', '堵住', '反水', '返水', '污水', '疏通', '马桶堵', '地漏'],
    example: '',
    deed: '疏通下水道',
    minutes: 60,
    response: { urgentMinutes: 240, usualMinutes: 900 },
    hints: [],
    guideId: 'drain',
  },
  {
    ...plain,
    id: 'streetLight',
    name: '路灯不亮',
    description: '归市政管，马上给您电话',
    icon: 'lamp',
    words: ['路灯', '马路', '井盖', '路面', '坑洼'],
    example: '',
    deed: '修路灯',
    minutes: 60,
    response: { urgentMinutes: 240, usualMinutes: 900 },
    hints: [],
    guideId: 'city',
  },
]

const other: Service = {
  ...plain,
  id: 'other',
  name: '别的事',
  description: '上面没有的，说一句就行',
  icon: 'hand',
  words: ['其他', '别的', '不知道找谁', '帮个忙', '找猫', '找狗', '浇花', '喂猫', '遛狗'],
  example: '想请人帮个忙',
  deed: '来帮个忙',
  minutes: 60,
  response: { urgentMinutes: 120, usualMinutes: 900 },
  hints: [noMoney, '拿不准能不能做，先问社区'],
}

/** What can be asked for, the usual things first and anything else last. */
export const standardServices: Service[] = [
  ...homeServices,
  ...peopleServices,
  ...errandServices,
  ...elsewhere,
  other,
]
