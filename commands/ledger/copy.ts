import type { Book, Column } from '../../station/ledger/book.js'
import { BOOKS } from '../../station/ledger/books.js'
import type { ColumnRefusal } from '../../station/ledger/own-columns.js'
import type { Finding } from '../../station/ledger/seal.js'
import { SEALED_MODELS, type SealedModelName } from '../../station/ledger/sealed-columns.js'

const FOUND = 4

const bookOf = (model: string): string =>
  BOOKS.find(({ key }) => key === SEALED_MODELS[model as SealedModelName].book)!.title
const columnName = (model: string, column: string): string =>
  (SEALED_MODELS[model as SealedModelName].columns as Record<string, string>)[column] ?? column

const entryOf = ({ model, label, entry }: { model: string; label: string; entry: number }): string =>
  `${model in SEALED_MODELS && label !== '' ? `《${bookOf(model)}》${label}的` : ''}变更记录第${entry}条`

const finding = (found: Finding): string => {
  switch (found.code) {
    case 'changed':
      return `《${bookOf(found.model)}》${found.label}“${columnName(found.model, found.column)}”与封存时不同`
    case 'missing':
      return `《${bookOf(found.model)}》${found.label}不见了`
    case 'added':
      return `《${bookOf(found.model)}》${found.label}是封存后绕过登记加进来的`
    case 'sealChanged':
      return '封存记录本身被改过'
    case 'chainBroken':
      return '与上一次封存接不上'
    case 'entryChanged':
      return `${entryOf(found)}被改过`
    case 'entryMissing':
      return `${entryOf(found)}被删了`
    case 'entryAdded':
      return `${entryOf(found)}是绕过登记塞进来的`
    case 'guardChanged':
      return '变更记录的清单本身被改过'
    case 'otherKey':
      return `${found.entries}条记录是用别的密钥签的，验不了；请把原来的 sealing.key 放回来`
  }
}

/** Where it is, cut to the lines of a message, and what to do. */
const found = (findings: readonly Finding[]): string[] => [
  ...findings.slice(0, FOUND - (findings.length > FOUND ? 1 : 0)).map(finding),
  ...(findings.length > FOUND ? [`……另有${findings.length - FOUND + 1}处。`] : []),
  '这些改动没有经过登记，请联系系统管理员查明。',
]

const monthName = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`

export const copy = {
  /** Where the file goes is said in the same breath as what it holds. */
  made: (label: string, what: string, privately: boolean, sealed: string | null) =>
    `${label}台账：${what}。${sealed ? `已封存（封存码 ${sealed}）。` : ''}${privately ? '文件稍后私发给您。' : '文件马上发来。'}`,
  bookMade: (label: string, what: string, privately: boolean) =>
    `${label}${what}，明细${privately ? '文件稍后私发给您。' : '文件马上发来。'}`,
  fileName: (station: string, label: string, book: string | null) => `${station}${label}${book ?? '工作台账'}`,
  fileDone: (label: string, csvOfAll: boolean) =>
    `${label}台账已生成。群众个人信息已隐去，原话不在表内。${csvOfAll ? 'csv 每次一本，全部的已改为表格；要一本请发：台账 活动 csv' : ''}`,
  totals: '合计',
  noRows: (title: string, label: string) => `（${label}没有${title}的记录）`,

  columns: (book: Book, columns: readonly Column[], own: boolean) =>
    `《${book.title}》栏目${own ? '（本站自定）' : ''}：${columns.map(({ title }) => title).join('、')}。\n改法：台账 栏目 ${book.names.at(-1)} 编号 时间 主题=活动名称（按此顺序，其余不显示）；恢复：台账 栏目 ${book.names.at(-1)} 恢复`,
  columnsSet: (book: Book, columns: readonly Column[]) =>
    `《${book.title}》今后按这些栏目出表：${columns.map(({ title }) => title).join('、')}。数据一栏不少，只是不显示。`,
  columnsReset: (book: Book) => `《${book.title}》已恢复全部栏目。`,
  columnRefused: (book: Book, refusal: ColumnRefusal): string => {
    switch (refusal.code) {
      case 'noColumn':
        return `《${book.title}》没有“${refusal.said}”一栏。可用：${book.columns.map(({ title }) => title).join('、')}`
      case 'twice':
        return `“${refusal.said}”写了两次，请只留一次。`
      case 'noneLeft':
        return '至少留一栏。例：台账 栏目 活动 编号 时间 主题'
    }
  },

  sealed: (month: string, rows: number, code: string) =>
    `${monthName(month)}台账已封存：${rows}条，封存码 ${code}。以后的改动都记入更正记录；核验请发：核验 台账 ${Number(month.slice(5))}月`,
  alreadySealed: (month: string, code: string) => `${monthName(month)}台账早已封存（封存码 ${code}），不再重封。`,
  notOver: (label: string) => `${label}还没有过完，月底以后才能封存。`,
  oneMonth: '请写一个月份。例：封存 台账 5月',
  openIntact: (month: string, rows: number, bare: number) =>
    `${monthName(month)}台账还没有封存。${rows === 0 ? '这个月没有记录。' : `${rows}条逐条对照变更记录，变更记录逐条验过签名，没有不符${bare > 0 ? `；刚写下的${bare}条在1分钟内纳入防删` : ''}。`}月份过完可发：封存 台账 ${Number(month.slice(5))}月`,
  openBroken: (month: string, findings: readonly Finding[]) =>
    [`⚠ ${monthName(month)}台账（还没有封存）与变更记录不符，共${findings.length}处：`, ...found(findings)].join('\n'),
  intact: (month: string, code: string, corrections: number) =>
    `${monthName(month)}台账未被改动（封存码 ${code}）；更正${corrections}条${corrections > 0 ? `，见：台账 更正` : ''}。`,
  broken: (month: string, code: string, findings: readonly Finding[]) =>
    [`⚠ ${monthName(month)}台账与封存时不符（封存码 ${code}），共${findings.length}处：`, ...found(findings)].join(
      '\n',
    ),

  corrected: (no: number, ref: string) => `更正第${no}条已记（${ref}）。原记录不动，台账里同时列出。`,
  noRecord: (ref: string) => `本站没有 ${ref}，请核对编号。`,

  historyUsage:
    '请写次数，或接着发表格文件（表头：时间、主题、地点、人次）。例：导入历史活动 102；要发文件：导入历史活动 文件',
  historyCounted: (count: number, total: number) =>
    `已导入${count}次（标“历史”，不计报名数据）。建站以来累计${total}次。`,
  historyFileWanted:
    '请在10分钟内把表格文件（xlsx 或 csv）发来，第一行是表头：时间、主题、地点、人次。不导入回“不用”。',
  historyFileTaken: (name: string) => `收到《${name}》，正在读，读完告诉您。`,
  historyReading: (name: string) => `还在读《${name}》，读完告诉您。`,
  historyFileDone: (
    name: string,
    { rows, known, skipped, unread }: { rows: number; known: number; skipped: number; unread: number },
    total: number,
  ) =>
    `${[
      `《${name}》读入${rows}次（标“历史”，不计报名数据）`,
      ...(known > 0 ? [`另有${known}行以前已导入，没有重收`] : []),
      ...(skipped > 0 ? [`另有${skipped}行没有主题，没有收`] : []),
      ...(unread > 0 ? [`${unread}格的时间或人次没读懂，留空（写成2021-05-01、86）`] : []),
    ].join('，')}。建站以来累计${total}次。`,
  historyFileBad: (name: string) => `《${name}》没有读懂：第一行要有“主题”一栏。请改好再发：导入历史活动 文件`,
  historyDeclined: '好的，没有导入。',
  cumulative: (since: string | null, total: number, history: number, recorded: number, persons: number) =>
    `${since ? `${since}建站以来` : '建站以来'}活动累计${total}次（历史${history}、登记${recorded}），受众${persons}人次。`,
}
