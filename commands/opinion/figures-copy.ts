import { type OpinionFigures, percentOf, type Share } from '../../station/opinion/rates.js'
import type { MonthlyTrend } from '../../station/opinion/trend.js'

const share = (name: string, value: Share): string => {
  const percent = percentOf(value)
  return percent === null ? `${name}暂无` : `${name}${percent}%（${value.part}/${value.of}）`
}

export const figuresCopy = {
  figures: (name: string, figures: OpinionFigures) =>
    figures.recorded === 0
      ? `${name}还没有登记的意见。`
      : [
          `${name}意见${figures.recorded}件（${figures.voices}人次反映）${figures.refused > 0 ? `，不予受理${figures.refused}件` : ''}`,
          `${share('答复率', figures.answered)}，${share('转告率', figures.passedOn)}`,
          `${share('满意率', figures.content)}${figures.content.of > 0 ? `，其中满意${figures.satisfied}件` : ''}`,
          share('办成率', figures.done),
          `跟踪中${figures.tracking}件，超期${figures.late}件。满意率看群众评价，办成率看事情是否真解决，两个数分开算。`,
        ].join('\n'),
  trend: (months: readonly MonthlyTrend[]) =>
    months.every(({ opinions }) => opinions === 0)
      ? '近5个月还没有登记的意见。'
      : [
          '近5个月意见：',
          ...months
            .slice(-5)
            .map(
              ({ month, opinions, top }) =>
                `${month.month}月${opinions}件${top.length > 0 ? `（${top.map(({ label, opinions: n }) => `${label}${n}`).join('、')}）` : ''}`,
            ),
        ].join('\n'),
}
