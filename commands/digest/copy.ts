import type { DigestItem } from './item.js'

const CIRCLED = '①②③④⑤⑥⑦⑧⑨'
const listed = (items: readonly DigestItem[]): string =>
  items.map(({ no, label }) => `${CIRCLED[no - 1] ?? `${no}.`}${label}`).join(' ')
const example = (items: readonly DigestItem[]): string => items.map(({ no }) => `${no}是`).join(' ')

export const copy = {
  digest: (station: string, items: readonly DigestItem[]) =>
    `${station}站：${items.length}件事需您回复：${listed(items)}。回“${example(items)}”即可，不行的写“否”。`,
  nothingWaits: '现在没有等您回复的事。',
  remaining: (items: readonly DigestItem[]) => `还有${items.length}件：${listed(items)}。回“${example(items)}”。`,
  refused: (label: string) => `已记：${label}——否。不再追问，改主意了随时告诉我。`,
  sayWhy: (line: string) => `请写明原因再发：${line}`,

  join: (no: number, title: string, on: string) => `H${no} ${title}（${on}）是否参加`,
  confirm: (no: number, title: string, on: string) => `H${no} ${title}（${on}）是否确认参加`,
  duty: (no: number, on: string) => `D${no} ${on}接待是否确认`,
  topic: (no: number, question: string) => `K${no} ${question} 是否同意参加`,
  passOn: (no: number) => `Y${no} 的答复是否已转告群众`,

  quiet: (months: number, count: number) =>
    `您近${months}个月没有参加活动。最近有${count}场可以报名，回“看看”就列给您。抽不出空也没关系。`,
  offers: (lines: readonly string[]) => [...lines, '报名请回“报名 H编号”。'].join('\n'),
  offer: (no: number, title: string, on: string, why: string | null) =>
    `H${no} ${title}，${on}${why ? `（与您的${why}相关）` : ''}`,
  nothingLeft: '这几场已经截止了。有新的会再告诉您。',
  matches: (no: number, title: string, on: string, speciality: string) =>
    `H${no} ${title}（${on}）匹配您的专业（${speciality}），是否报名？回“是”即可。`,
}
