import { countByLevel } from '../../station/people/levels.js'
import type { EntryFault } from '../../station/people/roster-entry.js'
import type { RosterFault } from '../../station/people/roster-file.js'
import type { TableFault } from '../../station/people/table.js'
import { levelCounts } from './copy.js'

/** What is wrong with a line, after its number: "第3、7–9行：缺姓名". */
const ENTRY_FAULTS: Readonly<Record<EntryFault, string>> = {
  'name-missing': '缺姓名',
  'name-with-title': '姓名里带了称呼，只写姓名',
  'name-too-long': '姓名太长',
  'name-no-name': '姓名不像姓名，请只写汉字',
  'several-names': '一行写了几个人，请一人一行',
  'level-missing': '缺级别（全国、省、市、区）',
  'level-unknown': '级别不认识，请写全国、省、市、区',
  'level-not-here': '这一级不在本站层级里',
  'adviser-with-level': '顾问、工作人员不写级别',
  'kind-unknown': '类型不认识，请写驻站、特邀、联系、顾问、工作人员',
  'until-unreadable': '到期日期看不懂，例：2027-12-31',
  'until-over': '到期日期已经过去',
  'consent-unknown': '意愿请写“同意”“不同意”或留空',
  'employer-too-long': '单位超过60字',
  'profession-too-long': '专业超过16字，几个专业请用顿号隔开',
  'too-many-professions': '专业超过6个',
  'delegation-too-long': '代表团超过30字',
  'term-unreadable': '届次看不懂，例：第十九届',
  'personal-number': '有身份证号或手机号，名册里不要写',
  'merged-cell': '有合并的单元格，请拆开逐行填写',
  'formula-cell': '是公式，请粘贴为数值',
  'error-cell': '单元格是错误值（#N/A 等）',
  'formula-text': '以 = + @ 开头，请删去',
  'line-break': '单元格里有换行',
  'beyond-heading': '多出一格，可能有没加引号的逗号',
  'broken-characters': '有乱码，请另存为 UTF-8 或 xlsx',
  'same-line-twice': '与前面某行重复',
  'one-name-twice': '与前面某行同名；是两个人请在姓名后加括号区分，例：张敏（大）',
}

const LABELS = { 全国: '全国', 省: '省', 市: '市', 区: '区' } as const

/** 3, 4, 5, 9 → 3–5、9 */
export function lineNumbers(lines: readonly number[]): string {
  const parts: string[] = []
  const sorted = [...new Set(lines)].sort((a, b) => a - b)
  for (let at = 0; at < sorted.length; ) {
    let end = at
    while (sorted[end + 1] === sorted[end]! + 1) end++
    parts.push(end > at ? `${sorted[at]}–${sorted[end]}` : String(sorted[at]))
    at = end + 1
  }
  return parts.join('、')
}

/** Every fault of a file: one line a kind, with the number of every bad line. */
export function faultLines(faults: readonly RosterFault[]): string[] {
  const byCode = new Map<EntryFault, number[]>()
  const lines: string[] = []
  for (const fault of faults)
    switch (fault.code) {
      case 'no-heading':
        lines.push('没找到表头：前12行里要有一行写着“姓名”“级别”。')
        break
      case 'column-missing':
        lines.push(`第${fault.line}行表头缺“${fault.column}”一列。`)
        break
      case 'column-twice':
        lines.push(`第${fault.line}行表头有两个“${fault.column}”。`)
        break
      case 'no-people':
        lines.push('表头下面没有人。')
        break
      case 'totals':
        lines.push(`${fault.level ? LABELS[fault.level] : '合计'}写的是${fault.declared}，实有${fault.counted}。`)
        break
      default:
        byCode.set(fault.code, [...(byCode.get(fault.code) ?? []), fault.line])
    }
  for (const [code, numbers] of byCode) lines.push(`第${lineNumbers(numbers)}行：${ENTRY_FAULTS[code]}。`)
  return lines
}

export function tableFault(fault: TableFault, what = '名册'): string {
  switch (fault.code) {
    case 'empty-file':
      return '这是空文件。'
    case 'too-large':
      return `文件约${fault.megabytes}MB，${what}最多${fault.mostMegabytes}MB。请只留${what}这一张表，去掉图片。`
    case 'old-excel':
      return '这是旧版 .xls，请另存为 .xlsx 再发。'
    case 'locked':
      return '这份表加了密码，请去掉密码再发。'
    case 'no-table':
      return `这是${fault.looksLike}，不是表格。请发 .xlsx 或 .csv。`
    case 'damaged':
      return '文件坏了，打不开。请重新另存一份再发。'
    case 'swollen':
      return `文件解开后太大，没有打开。请只留${what}这一张表。`
    case 'unknown-encoding':
      return '文字编码认不出来，请另存为 UTF-8 的 csv 或 xlsx。'
    case 'open-quote':
      return `第${fault.line}行的引号没有成对，后面的内容连成了一格。`
    case 'too-many-rows':
      return `有${fault.rows}行，一次最多${fault.most}行。`
    case 'too-many-columns':
      return `有${fault.columns}列，最多${fault.most}列。`
  }
}

const counted = (people: readonly { level: string | null }[]): string => {
  const others = people.filter(({ level }) => level === null).length
  return `${people.length}人：${levelCounts(countByLevel([], people))}${others > 0 ? `，非代表${others}` : ''}`
}

/** What an import would do. */
export const plannedLines = (
  people: readonly { level: string | null }[],
  isSumDeclared: boolean,
  { added, joined, kept, untouched }: { added: number; joined: number; kept: number; untouched: readonly string[] },
) =>
  [
    `导入${counted(people)}，${isSumDeclared ? '合计相符' : '名册没写合计，请核对'}。`,
    `新增${added}、外站加入${joined}、已有${kept}（只更新资料）。${untouched.length > 0 ? `名册上另有${untouched.length}人不在文件里，不动。` : ''}`,
  ].join('\n')

/** Sentences about taking over a roster from a file. */
export const copy = {
  sendFile: '请把名册（.xlsx 或 .csv）发给我。第一行写：姓名、级别、专业、单位；先预览，确认后才导入。',
  refused: (lines: readonly string[]) =>
    [`名册没有导入，一个人也没有改动。请改好后重新“导入名单”：`, ...lines].join('\n'),
  preview: (planned: string) =>
    [planned, '还没有改动。回“确认导入”（都已书面同意）、“导入并征询”（逐人征询本人）或“放弃导入”。'].join('\n'),
  reading: '正在读名册，读完告诉您。',
  done: (people: readonly { level: string | null }[], added: number, changed: number, asked: boolean) =>
    `已导入${counted(people)}。新增${added}，更新${changed}。${asked ? '等本人答复，不回复不算同意；回“邀请进度”看进展。' : ''}`,
  given: '已放弃，一个人也没有改动。',
}
