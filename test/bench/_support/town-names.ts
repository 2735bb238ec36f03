import { perCommunity } from './town-layout'

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
const givenNames =
  '伟 芳 秀英 敏 静 丽 强 磊 军 洋 勇 艳 杰 涛 明 超 秀兰 霞 平 刚 桂英 建国 建华 玉兰 文 辉 鑫 玲 红 波'.split(
    ' ',
  )
const titles = '阿姨 大爷 姐 师傅 叔 奶奶 妈妈 爸爸'.split(' ')

/** So many are called so; in a small place not more than one of sixteen. */
const namesakes = 500
export const commonName = '王伟'
/** Of whom there is one. */
export const rareName = '欧阳清泉'
const rareResident = 13

/** Common surnames are common here too: each name of the list has more bearers than the next. */
function surnameOf(n: number): string {
  const place = surnames.length - 1 - Math.floor(Math.sqrt((n * 7919) % surnames.length ** 2))
  return surnames[place] ?? '王'
}

/** What resident `n` of so many is called; the namesakes of 王伟 all live in the first community. */
export function namesOf(n: number, residents: number): { nickname: string; realName: string } {
  const surname = surnameOf(n)
  const nickname = `${surname}${titles[(n * 31) % titles.length] ?? ''}`
  if (n === rareResident) return { nickname, realName: rareName }
  const there = Math.min(residents, perCommunity)
  const every = Math.floor(there / Math.min(namesakes, there / 16))
  if (n < there && n % every === 0) return { nickname, realName: commonName }
  return { nickname, realName: `${surname}${givenNames[(n * 53) % givenNames.length] ?? ''}` }
}
