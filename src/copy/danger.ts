import type { Danger } from '@/domain/handbook/schema'

/** Numbers that are the same in the whole country. */
export const emergencyNumbers = {
  medical: { number: '120', name: '急救' },
  fire: { number: '119', name: '火警和救援' },
  police: { number: '110', name: '报警' },
  traffic: { number: '122', name: '交通事故' },
  /** Where speaking aloud would give someone away. */
  policeByMessage: { number: '12110', name: '短信报警' },
  /** The psychological helpline of the National Health Commission, since 2025. */
  heart: { number: '12356', name: '心理援助' },
  power: { number: '95598', name: '供电抢修' },
} as const
export type Emergency = keyof typeof emergencyNumbers

/**
 * The gas company's emergency line is another one in each city: it is the line with this id in the community's
 * responsibility guide.
 */
export const gasCompanyId = 'gasCompany'

export interface DangerWords {
  /** What it is, as a heading. */
  title: string
  /** Whom to call, the first first. */
  call: readonly Emergency[]
  /** A line of the community's guide to call before those, where it has it. */
  guideId: string | null
  /** What to do at once, in this order; each a short sentence. */
  first: readonly string[]
}

/** What comes before any order. Sources: the public advice of fire services, the Red Cross Society of China and State Grid. */
export const dangerWords = {
  gas: {
    title: '可能漏气了，人先出来',
    call: ['fire'],
    guideId: gasCompanyId,
    first: [
      '别点火，别开关任何电器和电灯',
      '顺手的话关上燃气阀，打开窗',
      '叫上家里人，走楼梯到楼外',
      '到了楼外再打电话，没人说可以就不回去',
    ],
  },
  fire: {
    title: '着火了，先走人',
    call: ['fire'],
    guideId: null,
    first: [
      '别拿东西，叫上家里人马上走，随手关门',
      '弯下腰，捂住口鼻，走楼梯，不坐电梯',
      '到了外面打 119，说清哪栋哪层',
      '出不去就关紧门，堵住门缝，到窗口呼救',
    ],
  },
  trapped: {
    title: '有人被困，别急，能救出来',
    call: ['fire'],
    guideId: 'lift',
    first: [
      '困在电梯里：按铃，靠边站稳，别扒门',
      '打电话说清哪栋哪部电梯、里面几个人',
      '孩子老人反锁在家，又开着火：直接打 119',
      '一直跟里面的人说话，让人安心',
    ],
  },
  medical: {
    title: '先打 120',
    call: ['medical', 'heart'],
    guideId: null,
    first: [
      '打 120，说清地址和人怎么样了，别先挂',
      '叫不醒、没有正常呼吸：照 120 说的按压胸口',
      '摔伤了别搬动，别喂水，别喂药',
      '打开门，让一个人到楼下接救护车',
      '心里过不去、不想活了：打 12356，也别让人独处',
    ],
  },
  violence: {
    title: '先躲到安全的地方',
    call: ['police', 'policeByMessage'],
    guideId: null,
    first: [
      '先离开，或躲进能锁门的屋子',
      '打 110，说清在哪里、几个人、有没有刀',
      '不方便出声，就发短信到 12110，写清地址',
      '有人受伤，再打 120',
    ],
  },
  electric: {
    title: '有电，先别碰',
    call: ['medical', 'fire', 'power'],
    guideId: null,
    first: [
      '够得着又安全的话，先拉总闸',
      '没断电前，别用手碰触电的人',
      '断了电线掉在地上：离开 8 米以外，别让人靠近',
      '人叫不醒、没有正常呼吸：打 120，照着按压胸口',
      '电器冒火：断电再灭，别泼水，火大就走',
    ],
  },
  water: {
    title: '有人落水，在岸上救',
    call: ['fire', 'medical'],
    guideId: null,
    first: [
      '马上打 119，大声叫附近的人',
      '扔救生圈、绳子，或递长竿，人别下水',
      '让水里的人仰着漂，别乱动，一直喊着他',
      '救上来叫不醒、没呼吸：打 120，照着急救',
    ],
  },
} as const satisfies Record<Danger, DangerWords>
