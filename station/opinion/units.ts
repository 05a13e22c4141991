import { distance } from 'fastest-levenshtein'

/** A body of the station's own district that handles matters. */
export interface HandlingUnit {
  readonly name: string
  readonly aliases: readonly string[]
}

const unit = (name: string, aliases: string): HandlingUnit => ({ name, aliases: aliases.split(' ') })

/** The departments of a district, as most districts have them after the reform of 2018; a station edits its own list. */
export const DISTRICT_UNITS: readonly HandlingUnit[] = [
  unit('区卫生健康委员会', '卫健委 卫健 卫生健康委 卫生健康委员会 卫生健康局 卫健局 卫生局 卫计委 卫生'),
  unit('区医疗保障局', '医保局 医保 医疗保障局 医疗保障'),
  unit('区教育局', '教育局 教育 教委'),
  unit('区民政局', '民政局 民政'),
  unit('区人力资源和社会保障局', '人社局 人社 人力资源和社会保障局 人力社保局 劳动局 社保局'),
  unit('区住房保障和房产局', '房产局 住房保障 房管局 房管'),
  unit('区城乡建设局', '建设局 城建局 城乡建设局 建委 住建局 住建'),
  unit('区城市管理局', '城管局 城管 城市管理局 综合执法局 综合行政执法局'),
  unit('区市场监督管理局', '市监局 市场监管局 市场监管 市场监督管理局 工商局 质监局 食药监局'),
  unit('区生态环境局', '环保局 环保 生态环境局 生态环境 环境局'),
  unit('区交通运输局', '交通局 交通 交通运输局 运管所'),
  unit('区公安分局', '公安局 公安 公安分局 派出所 警方'),
  unit('区公安分局交通警察大队', '交警 交警大队 交管 交警队'),
  unit('区司法局', '司法局 司法'),
  unit('区财政局', '财政局 财政'),
  unit('区发展和改革委员会', '发改委 发改 发展改革委 发展和改革委员会 物价局'),
  unit('区工业和信息化局', '工信局 工信 经信局 经信委'),
  unit('区科学技术局', '科技局 科技'),
  unit('区商务局', '商务局 商务 招商局'),
  unit('区文化和旅游局', '文旅局 文旅 文化局 旅游局 文化和旅游局'),
  unit('区体育局', '体育局 体育'),
  unit('区水务局', '水务局 水利局 水务'),
  unit('区农业农村局', '农业农村局 农业局 农业农村'),
  unit('区规划和自然资源分局', '规资局 规划局 国土局 自然资源局 规划和自然资源局'),
  unit('区应急管理局', '应急局 应急管理局 安监局'),
  unit('区消防救援大队', '消防 消防队 消防大队 消防救援大队'),
  unit('区退役军人事务局', '退役军人局 退役军人事务局'),
  unit('区审计局', '审计局'),
  unit('区统计局', '统计局'),
  unit('区税务局', '税务局 税务 国税 地税'),
  unit('区行政审批局', '审批局 行政审批局 政务办 政务服务管理办公室 政务服务中心 数据局'),
  unit('区信访局', '信访局 信访办'),
  unit('区残疾人联合会', '残联'),
  unit('区妇女联合会', '妇联'),
  unit('区总工会', '总工会 工会'),
  unit('区红十字会', '红十字会'),
  unit('区人民法院', '法院'),
  unit('区人民检察院', '检察院'),
  unit('区12345热线办', '12345 热线办 便民热线'),
]

/** 街道工委 and 居委会 of the station's own area: two of the five routes a matter may take. */
export const localUnits = (places: readonly { name: string; street?: string }[]): readonly HandlingUnit[] =>
  places.map(({ name, street }) => {
    const stem = name.replace(/(?:街道|社区)$/, '')
    return street === undefined
      ? { name: `${name}人大工委`, aliases: [`${name}工委`, `${name}办事处`, `${stem}街道办`, name] }
      : { name: `${name}居委会`, aliases: [`${name}居民委员会`, `${stem}居委会`, name] }
  })

export type UnitMatch =
  | { kind: 'one'; unit: HandlingUnit }
  /** Several bodies answer to that word: ask which. */
  | { kind: 'several'; units: readonly HandlingUnit[] }
  /** Nobody does. `nearest` are at most three to offer; none is ever taken by itself. */
  | { kind: 'none'; nearest: readonly HandlingUnit[] }

const NEAREST = 3
const LEVELS = /^(?:本区|我区|[一-龥]{2}区|区里的?|区)/

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s的“”"「」]/g, '')
    .replace(LEVELS, '')
const namesOf = ({ name, aliases }: HandlingUnit): readonly string[] => [name, ...aliases].map(plain)

/** 市卫健委 is not the district's: a word for another level is never quietly taken for ours. */
const ofAnotherLevel = (text: string): boolean => /^(?:市|省|国家|全国)(?!场|监|政)/.test(text)

/** Which unit was meant by what staff typed (卫健 → 区卫生健康委员会). */
export const resolveUnit = (typed: string, directory: readonly HandlingUnit[] = DISTRICT_UNITS): UnitMatch => {
  const text = plain(typed)
  if (text === '') return { kind: 'none', nearest: [] }
  const pick = (matches: (name: string) => boolean): readonly HandlingUnit[] =>
    directory.filter((candidate) => namesOf(candidate).some(matches))
  const settle = (units: readonly HandlingUnit[]): UnitMatch | undefined => {
    const [only] = units
    if (!only) return undefined
    return units.length === 1 ? { kind: 'one', unit: only } : { kind: 'several', units }
  }
  const exact = settle(pick((name) => name === text))
  if (exact) return exact
  if (ofAnotherLevel(text)) {
    const here = pick((name) => name === text.replace(/^(?:市|省|国家|全国)/, ''))
    return { kind: 'none', nearest: here.slice(0, NEAREST) }
  }
  const part = text.length >= 2 ? settle(pick((name) => name.includes(text))) : undefined
  if (part) return part
  const near = directory
    .map((candidate) => ({ candidate, edits: Math.min(...namesOf(candidate).map((name) => distance(name, text))) }))
    .filter(({ edits }) => edits === 1 && text.length >= 3)
    .map(({ candidate }) => candidate)
  return { kind: 'none', nearest: near.slice(0, NEAREST) }
}
