import type { Station } from '../../prisma/generated/client.js'
import type { LevelCount } from '../../station/people/levels.js'
import { levelCounts } from './copy.js'

const NUMERALS = ['', '一', '二', '三', '四']

/** A day, a month or a year as it is known: 2022-06-20, 2022年6月, 2022年. */
export const knownDate = (date: string): string => {
  const [year, month, day] = date.split('-')
  if (day) return date
  return month ? `${year}年${Number(month)}月` : `${year}年`
}

const dated = ({ establishedOn, plaqueOn }: Station): string[] => [
  ...(establishedOn ? [`建立${knownDate(establishedOn)}`] : []),
  ...(plaqueOn ? [`挂牌${knownDate(plaqueOn)}`] : []),
]

/** Sentences about stations. */
export const copy = {
  card: (
    station: Station,
    deputies: number,
    counts: readonly LevelCount[],
    advisers: number,
    head: string | null,
  ): string[] => {
    const { name, label, note, profession, levels, missionsLabel, missions, focusTags, address, mode } = station
    return [
      `${name}${label}人大代表联络站${note ? `（${note}）` : ''}：${[...dated(station), `专业=${profession}`, `层级=${NUMERALS[levels.length] ?? levels.length}级`].join('，')}。`,
      `代表${deputies}名（${levelCounts(counts)}）${advisers > 0 ? `，特聘专家${advisers}名` : ''}${focusTags.length > 0 ? `；主题=${focusTags.join('、')}` : ''}。`,
      ...(missions.length > 0 ? [`${missionsLabel ?? '功能'}：${missions.join('、')}。`] : []),
      ...(mode === '站长'
        ? [`站长制：站长${head ?? '待定'}${station.guidingLeader ? `，牵头指导${station.guidingLeader}` : ''}。`]
        : []),
      ...(address ? [`地址：${address}${station.venuePersons ? `（可容${station.venuePersons}人）` : ''}。`] : []),
    ]
  },
  noSuchStation: (said: string, names: readonly string[]) => `本区没有唯一的“${said}”站。现有：${names.join('、')}。`,
  changed: (name: string, parts: readonly string[]) => `${name}站已分别记录：${parts.join('，')}。`,
  plaqueFirst: '挂牌早于建立，请核对。',
  onlyKeepers: (name: string) => `${name}站的资料由该站联络员或区管理员改。`,
  list: (district: string, stations: readonly Station[], placeholders: number) => {
    const short = stations.map(({ name }) => (name.startsWith(district) ? name.slice(district.length) : name))
    const label = stations.length > 0 && stations.every((one) => one.label === '行业') ? '个行业站' : '站'
    const heads = stations.length > 0 && stations.every(({ mode }) => mode === '站长')
    return `${district}${stations.length + placeholders}${label}${heads ? '，站长制' : ''}：${[
      ...short,
      ...(placeholders > 0 ? [`（另${placeholders}站待录）`] : []),
    ].join('、')}。`
  },
  toBeRecorded: (district: string, total: number, placeholders: number) =>
    placeholders === 0
      ? `${district}${total}站名称都已录入。`
      : `${district}${total}站中${placeholders}站名称待录，月报暂以“待录站”计，不影响汇总。\n录入：站 ${district}待录1 名称 ${district}文化旅游 专业 文化旅游`,
  mine: (rows: readonly { name: string; roles: readonly string[] }[]) =>
    rows.length === 0
      ? '您还不在任何站里。'
      : rows.length > 4
        ? `您在${rows.length}个站：${rows.map(({ name }) => `${name}站`).join('、')}。`
        : [
            `您在${rows.length}个站：${rows.map(({ name }) => `${name}站`).join('、')}。`,
            ...rows.map(({ name, roles }) => `${name}站：${roles.join('、')}`),
          ].join('\n'),
  address: ({ name, address, venuePersons, openingHours, venueNotes }: Station) =>
    address
      ? [
          `${name}站：${address}${venuePersons ? `（可容${venuePersons}人）` : ''}。`,
          ...(openingHours ? [`开放时间：${openingHours}。`] : []),
          ...(venueNotes ? [`${venueNotes}。`] : []),
          `导航：https://uri.amap.com/search?keyword=${encodeURIComponent(address)}`,
        ].join('\n')
      : `${name}站还没有登记地址。联络员可以发：站 ${name} 地址 某某路1号 容纳 40人`,
  copied: (from: string, to: string, parts: readonly string[]) =>
    `${from}站的制度、模板已复制到${to}站（${parts.join('、')}），名单未复制。`,
  sameStation: '两个站是同一个，没有复制。',
}
