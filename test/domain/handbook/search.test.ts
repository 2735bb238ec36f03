import { searchHandbook } from '@/domain/handbook/search'
import { standardHandbook } from '@/copy/standard-handbook'
import type { Handbook } from '@/domain/handbook/schema'
import { places, startOfTests } from '../../support/factories/places'

const book = standardHandbook(places.community, startOfTests)
const find = (text: string, within: Handbook = book) => {
  const { services, guide } = searchHandbook(within, text)
  return { services: services.map(({ id }) => id), guide: guide.map(({ id }) => id) }
}

/** What people say, and the service that must come first; the guide must keep silent. */
const asked: Record<string, string[]> = {
  gasAlarm: ['煤气灶打不着火', '灶上的火点不着了', '灶台没火', '热水器不出热水', '墙上那个燃气报警的灯灭了'],
  hospital: ['陪我妈去看医生', '明天要去协和医院做检查，没人陪', '老伴要透析', '要去医院拿化验单'],
  phoneHelp: ['微信不会用', '手机没声音了', '不会跟儿子视频', '收不到验证码', '手机字太小看不见'],
  repair: ['水龙头关不紧', '厨房水管漏水', '门锁坏了进不去', '椅子腿断了', '轮椅轮子坏了', '钥匙断在锁里'],
  electric: [
    '灯泡坏了够不着',
    '冰箱不制冷',
    '电视没有画面',
    '插座松了',
    '厨房灯一闪一闪',
    '空调遥控器不会用',
  ],
  shopping: ['腿脚不便要买菜', '帮我拿个快递', '下不了楼，想买点米', '家里没米了', '下雨出不了门，菜没了'],
  visit: ['老妈一个人在家电话没人接', '想有人陪着聊聊天', '好几天没看见楼上张奶奶', '爷爷一个人怪闷的'],
  carry: ['沙发搬不动', '电梯里搬不动柜子', '五楼搬家具上去', '买了袋大米拎不上楼', '帮忙挪下衣柜'],
  haircut: ['头发太长了想剪剪', '老头子下不了床要剃头', '家里老人推个头'],
  childcare: ['孩子放学没人接', '帮我看会儿娃', '辅导孙子写作业', '小孩没人带'],
  paperwork: ['申请表不会填', '办老年卡', '帮我念封信', '陪我去窗口盖个章'],
}
/** What people say, and the line of the guide that must come first. */
const answered: Record<string, string[]> = {
  drain: ['下水道堵了', '马桶堵了', '地漏往外冒污水', '厕所下水不通', '卫生间反水了'],
  lift: ['电梯又坏了', '电梯停在五楼不动了', '电梯门关不上'],
  gate: ['门禁卡丢了', '单元门打不开', '对讲机不响'],
  corridorLight: ['楼道里的灯不亮', '声控灯坏了'],
  parking: ['有人占我车位', '车库被堵了出不去'],
  rubbish: ['垃圾好几天没人收', '垃圾桶满了很臭'],
  power: ['停电了', '我们整栋楼都没电了', '跳闸了'],
  gasCompany: ['没气了做不了饭', '燃气公司电话多少'],
  waterSupply: ['家里停水了', '自来水发黄', '水压太小'],
  heating: ['暖气不热', '家里暖气漏水'],
  city: ['路灯不亮', '井盖没了', '马路上有个大坑'],
  police: ['楼上天天半夜太吵', '好像遇到骗子了'],
  clinic: ['去哪里打疫苗', '想量个血压'],
  fireLane: ['消防通道停满了车', '电动车停在楼道充电'],
  socialSecurity: ['社保卡丢了', '医保报销的表怎么填'],
}
const rows = (expected: Record<string, string[]>): [string, string][] =>
  Object.entries(expected).flatMap(([id, texts]) => texts.map((text): [string, string] => [text, id]))

describe('searching the handbook in everyday words', () => {
  it.each(rows(asked))('resident: by "%s" finds %s first, and nobody else is named', (text, id) => {
    const found = find(text)
    expect(found.services[0]).toBe(id)
    expect(found.guide).toEqual([])
  })

  it.each(rows(answered))('resident: by "%s" is told of %s first', (text, id) => {
    expect(find(text).guide[0]).toBe(id)
  })

  it.each(book.services.filter(({ example }) => example !== '').map(({ id, example }) => [id, example]))(
    'the example of %s does not lead elsewhere',
    (id, example) => {
      const found = find(example)
      expect(id === 'other' ? [id] : found.services.slice(0, 1)).toEqual([id])
      expect(found.guide).toEqual([])
    },
  )

  it.each(book.services.map(({ id, name }) => [id, name]))('%s is found by its name', (id, name) => {
    expect(find(name).services[0]).toBe(id)
  })

  it.each(['想请人帮忙', '谢谢志愿者', '你好', 'hello', '？！……'])(
    '"%s" tells nothing, and nothing is made of it',
    (text) => {
      expect(find(text)).toEqual({ services: [], guide: [] })
    },
  )

  it('without words shows everything as the handbook has it', () => {
    expect(find('  ')).toEqual({ services: book.services.map(({ id }) => id), guide: [] })
  })

  it('a single character finds what it can', () => {
    expect(find('灯').services).toContain('electric')
    expect(find('灯').guide).toEqual([])
  })

  it('staff: a service switched off is not found', () => {
    const without = {
      ...book,
      services: book.services.map((service) => ({ ...service, isActive: service.id !== 'haircut' })),
    }
    expect(find('理发', without).services).not.toContain('haircut')
    expect(find('', without).services).not.toContain('haircut')
  })

  it('staff: a word they add leads there at once', () => {
    const taught = {
      ...book,
      services: book.services.map((service) =>
        service.id === 'repair' ? { ...service, words: [...service.words, 'WiFi路由'] } : service,
      ),
    }
    expect(find('wifi路由掉下来了', book).services).not.toContain('repair')
    expect(find('wifi路由掉下来了', taught).services[0]).toBe('repair')
  })

  it('answers with the very services and lines of the handbook', () => {
    const { services, guide } = searchHandbook(book, '下水道堵了')
    expect(book.guide.some((entry) => entry === guide[0])).toBe(true)
    expect(book.services.some((service) => service === services[0])).toBe(true)
  })

  it('staff: an empty handbook answers nothing', () => {
    expect(find('灯泡', { ...book, services: [], guide: [] })).toEqual({ services: [], guide: [] })
  })
})
