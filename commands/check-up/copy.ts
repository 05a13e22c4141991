import type { Score } from '../../station/check-up/score.js'
import type { Moment } from '../../station/time/civil.js'

const MARKS = { met: '✓', short: '⚠', unknown: '' } as const

const figure = ({ value, of, unit, note, mark }: Score): string => {
  if (unit === '%') return of === null ? '无活动' : `${value}%${MARKS[mark]}`
  if (of === null) return note === '未设' ? note : `${value}（${note.startsWith('每月') ? '本月未到期' : '未设目标'}）`
  return `${value}/${of}${MARKS[mark]}`
}

export const copy = {
  text: (scores: readonly Score[]) => {
    const short = scores.filter(({ mark }) => mark === 'short')
    const next = short.find(({ note }) => note.startsWith('缺') || note.startsWith('还没有'))
    return [
      `体检：${scores.map((score) => `${score.label}${figure(score)}`).join(' ')}`,
      ...(next ? [`${next.label}${next.note}。`] : []),
      '看图回“体检 图”。',
    ].join('\n')
  },
  figure,
  boardTitle: (station: string) => `${station}站 体检`,
  boardSubtitle: (year: number) => `${year}年，对照自己的目标`,
  boardFooter: (now: Moment) => `数字全部来自本站台账，截至${now.year}年${now.month}月${now.day}日。✓已达到 ⚠还差`,
  heading: '目标完成',
  shortHeading: '还差什么',
  shortLine: ({ label, note }: Score, shown: string) => `${label} ${shown}${note === '' ? '' : `：${note}`}`,
  allMet: '各项都已达到。',
  fileName: (station: string, now: Moment) => `${station}站体检${now.toPlainDate().toString()}.png`,
}
