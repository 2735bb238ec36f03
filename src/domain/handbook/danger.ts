import { dangers, type Danger, type Question } from './schema'

const any = (...phrases: string[]): RegExp => new RegExp(phrases.join('|'))
const gas = '(?:煤气|燃气|天然气|瓦斯)'
const wires = '(?:插座|插头|电线|充电器|电池|电瓶|电动车|电表|配电箱|空调|冰箱|电视|洗衣机)'
const weak = '(?:孩子|小孩|宝宝|老人|奶奶|爷爷)'
const inside = '(?:电梯|屋|家|房|厕所|卫生间|浴室|里|楼|车|地下|阳台|井|洞|水|火)'
const down = '(?:起不来|不能动|动不了|动弹不得|爬不起|站不起)'

/**
 * Words that mean danger now. A report about a device is no danger ("报警器灯不亮", "落水管堵了"), so each is a
 * phrase of what happens, not of what it is about.
 */
const phrases: Readonly<Record<Danger, RegExp>> = {
  gas: any(
    `${gas}.{0,6}(?:味|泄|漏(?![水雨交缴收抄]))`,
    `(?:闻到|股|阵|满屋|屋里都是|全是).{0,4}${gas}`,
    '报警器.{0,4}(?:一直|正?在|不停|老是?|总是?)(?:不停|一直)?[地的]?[响叫]',
    '报警器(?:突然)?[响叫](?:了|个|起来)',
  ),
  fire: any(
    '着火|起火(?![锅车速])|失火|冒(?:浓|黑)烟|烧起来|[有见到]明火',
    '火灾(?!报警|隐患|保险|预防|逃生|演练|讲座|知识)',
    `${wires}.{0,4}冒烟`,
  ),
  trapped: any(
    `困在了?.{0,3}${inside}`,
    '被困(?!在)|困住',
    `[被给](?:人)?反?[关锁]在了?(?!门外|外|屋外|家门外|楼外).{0,3}${inside}`,
    `${weak}.{0,8}反锁[了在]|反锁.{0,8}${weak}`,
    '电梯.{0,6}(?:困|关人|关着人)|电梯.{0,10}出不来',
  ),
  medical: any(
    '晕倒|昏迷|没有?(?:呼吸|意识(?!到))|喘不(?:过|上)来?气|[叫喊唤]不醒(?!我)',
    `(?:人|他|她|妈|爸|老伴|邻居|${weak}).{0,6}没有?反应`,
    '胸口?(?:很|好|特别|剧烈)?[痛疼]|大出血|流血不止|血止不住|抽搐',
    '中风(?!后|险|康复|病史|讲座)',
    `摔.{0,10}${down}`,
    '吃错了?药|[喝吞吃食]了?.{0,2}农药|不想活(?!动)|自杀|轻生(?!活)',
  ),
  violence: any(
    '打人(?![行事手工民员数口])|砍人|持刀|家暴|抢劫|行凶|入室[盗抢偷行]|有人.{0,4}打架|喊救命|呼救',
  ),
  electric: any('触电|漏电(?!保护|开关)|冒火[花星]|被电(?:到|击|了)', '电线.{0,4}(?:断|掉|冒火|裸露|垂下)'),
  water: any('溺水|落水(?![管口槽洞])', '掉[进到下入]?了?(?:水[里中库池]|河|江|池?塘|湖|井里)'),
}

/** What stands before such words where nothing happens: "不是着火" (but "是不是着火了"), "预防火灾", "打不着火". */
const denied =
  /(?:(?:^|[^是])不是|(?:^|[^会])不会|(?:^|[^有])没有?|并未|万一|防止?|避免|反|担心|怕|[打点]不?|得过|患过|以前)$/
/** Things fall into rivers and are locked in, too. */
const things =
  /(?:球|手机|钥匙|衣服|东西|包|鞋|帽子|眼镜|玩具|快递|包裹|车|无人机)(?:也|又|都|还|给|被|不小心|不慎)*$/

function tellsOf(danger: Danger, text: string): boolean {
  for (let from = 0; from < text.length;) {
    const found = phrases[danger].exec(text.slice(from))
    if (!found) return false
    const before = text.slice(0, from + found.index)
    const isOfThings = (danger === 'water' || danger === 'trapped') && things.test(before)
    if (!denied.test(before) && !isOfThings) return true
    from += found.index + 1
  }
  return false
}

/** The dangers that a text tells of; none in most. */
export function dangersIn(text: string): Danger[] {
  const joined = text.replace(/\s+/g, '')
  return dangers.filter((danger) => tellsOf(danger, joined))
}

/** The dangers that the answers to a service's questions mean. */
export const dangersOf = (
  questions: readonly Question[],
  answers: Readonly<Record<string, string>>,
): Danger[] => [
  ...new Set(
    questions.flatMap(({ id, choices }) => {
      const danger = choices.find(({ text }) => text === answers[id])?.danger
      return danger ? [danger] : []
    }),
  ),
]
