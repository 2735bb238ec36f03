import type { ListWords } from '@/domain/place/reading'

/** How estates write their lists of flats: the first of each is what we write ourselves. */
export const placeListWords = {
  suffixes: {
    building: ['栋', '幢', '座', '号楼', '楼', '号'],
    unit: ['单元', '门', '梯', '号门'],
    grid: ['号微网格', '微网格', '号网格', '网格'],
  },
  digits: '零一二三四五六七八九十',
  columns: {
    building: ['楼栋', '楼号', '栋', '幢', '座', '楼幢', '楼栋号', '栋号', '幢号', '楼', '楼宇'],
    unit: ['单元', '单元号', '门洞', '楼门', '梯'],
    floor: ['楼层', '层', '层数', '所在楼层', '所在层'],
    room: ['房号', '门牌', '门牌号', '室', '室号', '房间', '房间号', '房屋', '户号'],
    grid: ['微网格', '网格', '微网格名称', '所属微网格', '所属网格'],
    name: ['姓名', '户主', '户主姓名', '业主', '业主姓名', '住户', '住户姓名'],
    relation: ['关系', '身份', '与房屋关系', '住户类型', '人员类型'],
  },
  relations: {
    owner: ['业主', '户主', '房主', '产权人', '本人', '屋主'],
    tenant: ['租客', '租户', '承租人', '租住'],
    family: [
      '家人',
      '家属',
      '家庭成员',
      '配偶',
      '妻子',
      '丈夫',
      '子女',
      '儿子',
      '女儿',
      '父母',
      '父亲',
      '母亲',
    ],
    carer: ['照护人', '照护', '护工', '保姆', '看护'],
  },
  floors: ['层', '楼', 'F', 'f'],
  below: ['地下', '负', '-', 'B', 'b'],
  rooms: ['室', '号', '房', '户'],
  days: [
    /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/,
    /月.*日/,
    /^\d{1,2}-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/i,
  ],
} as const satisfies ListWords
