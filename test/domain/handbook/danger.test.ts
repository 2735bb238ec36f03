import { dangersIn, dangersOf } from '@/domain/handbook/danger'
import type { Danger } from '@/domain/handbook/schema'
import { aQuestion } from '../../support/factories/handbook'

const dangerous: [string, Danger][] = [
  ['厨房有股煤气味', 'gas'],
  ['家里闻到天然气的味道', 'gas'],
  ['闻到很浓的燃气', 'gas'],
  ['燃气好像漏了', 'gas'],
  ['煤气灶的管子漏气', 'gas'],
  ['煤气泄漏了怎么办', 'gas'],
  ['燃气报警器一直在响', 'gas'],
  ['报警器响个不停', 'gas'],
  ['楼道里一股煤气', 'gas'],
  ['楼下着火了', 'fire'],
  ['电动车起火', 'fire'],
  ['楼道里冒黑烟', 'fire'],
  ['厨房烧起来了', 'fire'],
  ['三楼失火，快来人', 'fire'],
  ['隔壁阳台有明火', 'fire'],
  ['我被困在电梯里了', 'trapped'],
  ['电梯坏了，里面有人出不来', 'trapped'],
  ['孩子一个人被反锁在家里', 'trapped'],
  ['门反锁了，老人在里面', 'trapped'],
  ['电梯关人了', 'trapped'],
  ['老人摔倒了起不来', 'medical'],
  ['爷爷摔了一跤，动不了', 'medical'],
  ['妈妈突然晕倒', 'medical'],
  ['他昏迷了，没有反应', 'medical'],
  ['胸口很痛，喘不过气', 'medical'],
  ['奶奶说胸闷，喘不上来气', 'medical'],
  ['手割破了流血不止', 'medical'],
  ['孩子发烧抽搐', 'medical'],
  ['嘴歪了，好像中风', 'medical'],
  ['邻居说不想活了', 'medical'],
  ['孩子误喝了农药', 'medical'],
  ['老伴叫不醒了', 'medical'],
  ['楼下有人打人', 'violence'],
  ['隔壁家暴，女的在喊救命', 'violence'],
  ['有人持刀', 'violence'],
  ['有人入室盗窃', 'violence'],
  ['有人触电了', 'electric'],
  ['洗衣机漏电，手麻', 'electric'],
  ['插座冒火花', 'electric'],
  ['电线断了掉在地上', 'electric'],
  ['有孩子掉进河里', 'water'],
  ['河边有人落水', 'water'],
  ['水塘有人溺水', 'water'],
  ['是不是着火了，有烟味', 'fire'],
  ['充电器冒烟了', 'fire'],
  ['奶奶被锁在卫生间里', 'trapped'],
  ['喊他没有反应', 'medical'],
  ['有人掉水里了', 'water'],
]

const everyday = [
  '燃气报警器的灯不亮了',
  '燃气报警器没电了，请帮忙换电池',
  '燃气灶打不着火',
  '煤气灶点不着，帮忙看看',
  '燃气卡怎么充值',
  '天然气费怎么交',
  '想装一个煤气报警器',
  '没有煤气味，就是灯不亮',
  '报警器到期了要换',
  '参加预防火灾讲座',
  '想听消防安全讲座，怎么防火灾',
  '灭火器过期了',
  '火灾报警器的电池没电了',
  '防溺水巡查缺两个人',
  '预防中风的讲座在哪里报名',
  '没有着火，是邻居在做饭冒烟',
  '空调漏水',
  '厨房水龙头漏水',
  '电灯不亮了',
  '换个插座',
  '电梯停了，搬东西上六楼',
  '电梯坏了，奶奶下不了楼',
  '怕被锁在外面，想换锁',
  '我被锁在门外了，找个开锁的',
  '门锁坏了打不开',
  '快递被困在驿站了',
  '陪奶奶去医院做检查',
  '给老人量血压',
  '膝盖疼，想有人陪去买药',
  '去医院拿药，中风后遗症复诊',
  '手机不会用，养老认证做不了',
  '孩子作业没人辅导',
  '帮忙给阳台的花浇水',
  '有人打人行道的主意，占道停车',
  '钥匙掉到下水道里了',
  '衣服掉到楼下了',
  '孩子的球掉进河里了',
  '预防家暴的宣传单',
  '电线太乱，想整理一下',
  '网线断了，上不了网',
  '手机掉水里了开不了机',
  '闻到楼下垃圾味',
  '冰箱不停地响',
  '门铃一直在响，是不是坏了',
  '农药瓶怎么回收',
  '怀疑自来水里有杀虫的农药味',
  '怕老人摔倒，想装扶手',
  '落水管堵了',
  '漏电保护器跳闸了',
  '遥控器按了没有反应',
  '没意识到今天停水',
  '最近不想活动，想找人聊天',
  '煤气灶下面漏水',
  '报警器老是不响，帮忙看看',
  '大家一起火锅聚餐缺桌子',
  '钥匙被锁在家里了，进不去门',
  '网格员入室走访缺人手',
]

describe('danger words', () => {
  it.each(dangerous)('%s: is danger', (text, danger) => {
    expect(dangersIn(text)).toContain(danger)
  })

  it.each(everyday)('%s: is none', (text) => {
    expect(dangersIn(text)).toEqual([])
  })

  it('two dangers are both told of', () => {
    expect(dangersIn('厨房着火了，爷爷晕倒了')).toEqual(['fire', 'medical'])
  })

  it('a danger denied does not hide the same danger said after it', () => {
    expect(dangersIn('不是着火，是楼上着火了')).toEqual(['fire'])
  })

  it('spaces, line breaks and signs between the words do not hide it', () => {
    expect(dangersIn('厨房 着 火 了')).toEqual(['fire'])
    expect(dangersIn('老人摔倒了，\n起不来')).toEqual(['medical'])
  })

  it('nothing said is no danger', () => {
    expect(dangersIn('')).toEqual([])
  })

  it('a long text is read quickly', () => {
    const started = performance.now()
    dangersIn('煤气电梯报警器门摔倒'.repeat(50))
    expect(performance.now() - started).toBeLessThan(200)
  })
})

describe('dangerous answers', () => {
  const questions = [aQuestion(), aQuestion({ id: 'smoke', choices: [{ text: '有', danger: 'fire' }] })]
  it.each([
    [{}, []],
    [{ smell: '没有' }, []],
    [{ smell: '有' }, ['gas']],
    [{ smell: '有', smoke: '有' }, ['gas', 'fire']],
    [{ other: '有' }, []],
  ])('%j', (answers, expected) => {
    expect(dangersOf(questions, answers)).toEqual(expected)
  })

  it('the same danger twice is told once', () => {
    expect(dangersOf([aQuestion(), aQuestion({ id: 'again' })], { smell: '有', again: '有' })).toEqual([
      'gas',
    ])
  })
})
