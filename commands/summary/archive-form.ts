import { DUE_LABELS, UNCLASSIFIED } from '../../station/summary/facts.js'
import { FIGURES, type Figures } from '../../station/summary/figures.js'
import type { PeriodRecords } from '../../station/summary/records.js'
import type { Moment } from '../../station/time/civil.js'

/** One table of the full form; cells are text as filed, "" where no record says. */
export interface FormSection {
  heading: string
  columns: readonly string[]
  rows: string[][]
}

const date = (moment: Moment): string => moment.toPlainDate().toString()
const minute = (moment: Moment): string =>
  `${date(moment)} ${moment.toPlainTime().toString({ smallestUnit: 'minute' })}`
const cell = (value: string | number | null): string =>
  value === null ? '' : String(value).replace(/[\p{Cc}\s]+/gu, ' ')

/**
 * The 归档 version: every record of the period in full, and the totals the other versions show. Opinions stand here in
 * their masked words whatever those words are: a ledger leaves nothing out.
 */
export const archiveForm = (records: PeriodRecords, figures: Figures): FormSection[] =>
  [
    {
      heading: '合计',
      columns: ['项目', '数量', '单位'],
      rows: [
        ...figures.rows.map(({ key, value }) => [FIGURES[key].label, String(value), FIGURES[key].unit]),
        ...figures.categories.map(({ category, value }) => [`${category ?? UNCLASSIFIED}意见`, String(value), '件']),
      ],
    },
    {
      heading: '活动',
      columns: ['编号', '主题', '类型', '时间', '地点', '名额', '报名', '候补', '请假', '到场', '受众人次', '状态'],
      rows: records.activities.map((row) =>
        [
          `H${row.no}`,
          row.title,
          row.type,
          minute(row.on),
          row.place,
          row.capacityPersons,
          row.signedUpPersons,
          row.waitingPersons,
          row.leavePersons,
          row.attendedPersons,
          row.audiencePersons,
          row.state,
        ].map(cell),
      ),
    },
    {
      heading: '到场情况',
      columns: ['编号', '应到', '未到', '照片'],
      rows: records.activities.flatMap(({ no, closing }) =>
        closing ? [[`H${no}`, closing.expectedPersons, closing.absentPersons, closing.photos].map(cell)] : [],
      ),
    },
    {
      heading: '收获',
      columns: ['编号', '代表', '收获'],
      rows: records.activities.flatMap(({ no, closing }) =>
        (closing?.takeaways ?? []).map(({ who, text }) => [`H${no}`, who, text].map(cell)),
      ),
    },
    {
      heading: '接待',
      columns: ['编号', '时间', '地点', '主题', '代表', '来访人次', '状态'],
      rows: records.duties.map((row) =>
        [
          `D${row.no}`,
          minute(row.on),
          row.place,
          row.theme,
          row.deputies.join('、'),
          row.visitorPersons,
          row.state,
        ].map(cell),
      ),
    },
    {
      heading: '意见',
      columns: ['编号', '登记日期', '类别', '急', '地点', '内容', '状态'],
      rows: records.opinions.map((row) =>
        [
          `Y${row.no}`,
          date(row.recordedOn),
          row.category ?? UNCLASSIFIED,
          row.urgent ? '急' : '',
          row.place,
          row.text,
          row.state,
        ].map(cell),
      ),
    },
    {
      heading: '事项',
      columns: ['编号', '类型', '标题', '状态', '时间', '地点', '参与', '数量', '内容'],
      rows: (records.matters ?? []).map((row) =>
        [
          row.ref,
          row.kind,
          row.title,
          row.state,
          minute(row.on),
          row.place,
          row.people.join('、'),
          row.counts.map(({ label, value, unit }) => `${label}${value}${unit}`).join('、'),
          row.said.join('；'),
        ].map(cell),
      ),
    },
    {
      heading: '轮值',
      columns: ['期间', '召集人'],
      rows: records.turn === null ? [] : [[records.turn.period, records.turn.convenor].map(cell)],
    },
    {
      heading: '待办',
      columns: ['编号', '到期', '事项', '经办'],
      rows: records.due.map((row) =>
        [row.ref, minute(row.on), `${DUE_LABELS[row.kind]} ${row.title ?? ''}`.trim(), row.people.join('、')].map(cell),
      ),
    },
  ].filter(({ rows }) => rows.length > 0)
