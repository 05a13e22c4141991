import type { AssetLoan, CostLine, Honour, LibraryDocument, StandardItem } from '../../prisma/generated/client.js'
import { type Clause, citeClause } from '../../station/library/clauses.js'
import { issuedText } from '../../station/library/document-line.js'
import type { RequirementState } from '../../station/library/requirement-checks.js'
import { oneLine } from '../../station/text/one-line.js'
import type { Moment } from '../../station/time/civil.js'
import { momentOf } from '../../station/time/civil.js'

const CLAUSE_CHARS = 120
const LISTED = 4

const titled = ({ title }: { title: string }): string => `《${oneLine(title, 30)}》`
const from = ({ issuer, issuedOn }: Pick<LibraryDocument, 'issuer' | 'issuedOn'>): string => {
  const parts = [issuer, issuedOn === null ? null : issuedText(issuedOn)].filter((part) => part !== null)
  return parts.length === 0 ? '' : `（${parts.join('，')}）`
}
const dayOf = (iso: string): string => {
  const [, month, day] = iso.split('-')
  return `${Number(month)}月${Number(day)}日`
}
const edition = ({ version, publishedAt, storedAt }: LibraryDocument): string =>
  `${version > 1 ? `第${version}版，` : ''}${momentOf(publishedAt ?? storedAt)
    .toPlainDate()
    .toString()}版`
const yuan = (cents: number): string =>
  (cents / 100).toLocaleString('en-US', { minimumFractionDigits: cents % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 })

export interface ToldRequirement {
  no: number
  clause: string
  text: string
  state: RequirementState
  counted: number | null
  needed: number
}

const STATE_NAMES: Readonly<Record<RequirementState, string>> = {
  met: '已落实',
  notDue: '未到期',
  overdue: '逾期',
  unmet: '未落实',
  unconfirmed: '待核实',
}

const totals = (rows: readonly ToldRequirement[]): string => {
  const parts = (Object.keys(STATE_NAMES) as RequirementState[]).flatMap((state) => {
    const those = rows.filter((row) => row.state === state)
    if (those.length === 0) return []
    const which =
      state === 'overdue'
        ? `（${those
            .slice(0, 2)
            .map(({ clause, text }) => `${clause} ${oneLine(text, 14)}`)
            .join('、')}${those.length > 2 ? '等' : ''}）`
        : ''
    return [`${STATE_NAMES[state]}${those.length}${which}`]
  })
  return parts.join('、')
}

export const copy = {
  textWanted: (title: string) =>
    `《${oneLine(title, 30)}》：请把文件（docx、txt，别的格式只存原件）发来，或直接把条文粘贴过来，半小时内有效。`,
  stored: ({ no }: LibraryDocument, requirements: number, checkable: number, kept: boolean) =>
    requirements > 0
      ? `已存第${no}号文件，抽出${requirements}条要求，${checkable}条可核验，回“核验 ${no}”。`
      : `已存第${no}号文件${kept ? '（原件）' : ''}，没有抽出要求；查看请回“文件 ${no}”。`,
  reading: (title: string) => `正在读《${title}》，读完告诉您。`,
  keptOnly: ({ no }: LibraryDocument) =>
    `已存第${no}号文件（原件）。这种格式读不出文字，要抽要求请发docx或把条文粘贴过来。`,
  noDocument: (no: number) => `没有第${no}号文件。全部文件请回“文件目录”。`,
  notFound: (wanted: string) => `文件和制度里没有找到“${oneLine(wanted, 10)}”。全部文件请回“文件目录”。`,
  directory: (documents: readonly LibraryDocument[], rules: readonly LibraryDocument[]) =>
    documents.length + rules.length === 0
      ? '还没有存文件。存文件请回“文件 名称 2023-04 发文单位”。'
      : [
          ...documents.slice(0, 8).map((document) => `文件 ${document.no}　${titled(document)}${from(document)}`),
          ...(rules.length === 0 ? [] : [`制度　${rules.slice(0, 8).map(titled).join('、')}`]),
          '查看请回“文件 1”或“制度 请假”。',
        ].join('\n'),
  document: (document: LibraryDocument, clauses: readonly Clause[]) =>
    [
      `第${document.no}号文件${titled(document)}${from(document)}`,
      ...(clauses.length === 0
        ? [oneLine(document.text === '' ? '只存了原件。' : document.text, 300)]
        : clauses.slice(0, LISTED).map((clause) => citeClause(clause, CLAUSE_CHARS))),
      ...(clauses.length > LISTED
        ? [`共${clauses.length}条。查某一条请回“指导意见 关键词”或“文件 ${document.no} 第${LISTED + 1}条”。`]
        : []),
    ].join('\n'),
  clause: (document: LibraryDocument, clause: Clause) => `${titled(document)}${citeClause(clause, 400)}`,
  regulated: (document: LibraryDocument, wanted: string, clause: Clause) =>
    `${titled(document)}${from(document)}对${oneLine(wanted, 12)}有规定，${citeClause(clause, CLAUSE_CHARS)}\n全文已存，回“文件 ${document.no}”。`,
  fileSent: (document: LibraryDocument) => `${titled(document)}文件已发。`,

  checked: (document: LibraryDocument, rows: readonly ToldRequirement[]) => {
    const open = rows.filter(({ state }) => state !== 'met')
    return [
      `第${document.no}号${titled(document)}${rows.length}条要求：${totals(rows)}。`,
      ...open
        .slice(0, LISTED)
        .map(
          ({ no, clause, text, state, counted, needed }) =>
            `${no}. ${STATE_NAMES[state]}　${clause} ${oneLine(text, 40)}${counted === null ? '' : `（记录${counted}/${needed}）`}`,
        ),
      ...(open.length === 0 ? [] : [`办了请回“落实 ${document.no} 第${open[0]!.no}条 依据”。`]),
    ].join('\n')
  },
  carriedOut: (rows: readonly ToldRequirement[], documents: number) =>
    documents === 0
      ? '还没有存指导文件。存文件请回“文件 名称 2023-04 发文单位”。'
      : `${rows.length}条要求：${totals(rows)}。`,
  noRequirement: (documentNo: number, no: number) =>
    `第${documentNo}号文件没有第${no}条要求，回“核验 ${documentNo}”看编号。`,
  requirementMet: (documentNo: number, no: number, text: string) =>
    `第${documentNo}号文件第${no}条要求已记为落实（${oneLine(text, 30)}）。记错请回“撤销”。`,

  ruleWanted: (title: string, version: number) =>
    `请把《${oneLine(title, 20)}》第${version}版的条文发来（从“第一条”起，一条一行），半小时内有效。`,
  rulePublished: ({ title, version }: LibraryDocument, clauses: number) =>
    version > 1
      ? `《${title}》第${version}版已发布（${clauses}条），旧版保留；今后引用第${version}版。`
      : `《${title}》已发布（${clauses}条）。查条文请回“制度 关键词”。`,
  ruleDrafted: ({ title }: LibraryDocument) => `《${title}》草稿已存，发布请回“发布制度 ${title}”。`,
  ruleEditionTaken: (title: string, next: number) => `《${title}》这一版已经发布过，新版请写“第${next}版”。`,
  noEdition: (wanted: string, version: number) =>
    `第${version}版制度里没有找到“${oneLine(wanted, 10)}”。现行的请回“制度 ${oneLine(wanted, 10)}”。`,
  noRuleNamed: (wanted: string) => `没有叫“${oneLine(wanted, 10)}”的制度。全部制度请回“制度目录”。`,
  noClause: (rule: LibraryDocument, article: number, count: number) =>
    `《${rule.title}》（${edition(rule)}）没有第${article}条，共${count}条。`,
  ruleClauses: (rule: LibraryDocument, clauses: readonly Clause[]) =>
    clauses.map((clause) => `《${rule.title}》${citeClause(clause, CLAUSE_CHARS)}（${edition(rule)}）`).join('\n'),
  ruleWhole: (rule: LibraryDocument, clauses: readonly Clause[]) =>
    [
      `《${rule.title}》（${edition(rule)}，共${clauses.length}条）`,
      ...clauses.slice(0, LISTED).map((clause) => citeClause(clause, CLAUSE_CHARS)),
      ...(clauses.length > LISTED ? ['查某一条请回“制度 关键词”，排版稿请回“制度上墙”。'] : []),
    ].join('\n'),
  ruleStatistics: (total: number, published: number, executed: number, idle: readonly string[]) =>
    total === 0
      ? '还没有存制度。存制度请回“发布制度 接待制度”。'
      : `${total}项制度中已发布${published}、有执行记录${executed}${
          idle.length === 0
            ? ''
            : `；${idle
                .slice(0, 3)
                .map((title) => `“${title}”`)
                .join('、')}发布后无执行记录`
        }。`,
  noRules: '还没有发布制度，不能排版。先回“发布制度 接待制度”。',
  wallTitle: (station: string) => `${station}联络站制度`,
  wallDate: ({ year, month, day }: Moment) => `${year}年${month}月${day}日`,
  wallFile: (station: string) => `制度上墙 ${station}.docx`,
  edition,
  onTheWall: (titles: readonly string[]) => `已生成${titles.map((title) => `《${title}》`).join('')}排版稿。`,

  standard: (standard: string, met: number, total: number, lacking: readonly string[]) =>
    lacking.length === 0
      ? `${standard} ${met}/${total} 达标，证据齐全。`
      : `${standard} ${met}/${total} 达标，缺：${lacking.join('、')}。有了请发照片，再回“${standard} ${lacking[0]}”。`,
  noStandard: (standard: string) => `还没有设“${standard}”，设请回“标准 ${standard} 自定义”。`,
  linesWanted: (_standard: string, lines: number) => `请发${lines}行标准名称，一行一项。`,
  linesCount: (wanted: number, got: number) => `要${wanted}行，收到${got}行，请再发一次。`,
  standardSet: (standard: string, names: readonly string[]) =>
    `${standard}已设${names.length}项：${names.join('、')}。逐项发照片后回“${standard} 第1项”。`,
  noLine: (standard: string, word: string, names: readonly string[]) =>
    `${standard}里没有“${oneLine(word, 10)}”这一项，可选：${names.join('、')}。`,
  evidenceWanted: (standard: string, name: string) =>
    `“${name}”要有依据：请先发照片，再回“${standard} ${name}”；没有照片写明依据，例“${standard} ${name} 见2023年第3号文件”。`,
  lineMet: (standard: string, { name }: StandardItem, pictures: number, met: number, total: number) =>
    `“${name}”已达标${pictures > 0 ? `（照片${pictures}张）` : ''}，${standard}${met}/${total}。`,
  plaqueMet: (name: string, pictures: number) =>
    pictures > 0 ? `已存照片，“六有-${name}”标为达标。` : `“六有-${name}”标为达标。`,
  plaqueWanted: '请先发挂牌的照片，再回“标识 已挂牌”。',

  lent: ({ asset, activityNo, borrowerName, dueOn }: AssetLoan) =>
    `${asset}已借出${activityNo === null ? `给${borrowerName}` : `至H${activityNo}`}，${dayOf(dueOn)}提醒归还。`,
  alreadyLent: ({ asset, activityNo, borrowerName }: AssetLoan) =>
    `${asset}在${borrowerName}处（${activityNo === null ? '未关联活动' : `H${activityNo}`}），还了请回“物资 还 ${asset}”。`,
  returned: ({ asset }: AssetLoan, now: Moment) => `${asset}已归还（${now.month}月${now.day}日）。`,
  notLent: (asset: string) => `${asset}没有借出记录。`,
  loans: (loans: readonly AssetLoan[]) =>
    loans.length === 0
      ? '没有在外的物资。'
      : loans
          .slice(0, 6)
          .map(
            ({ asset, borrowerName, activityNo, dueOn }) =>
              `${asset}：${borrowerName}${activityNo === null ? '' : `（H${activityNo}）`}，${dayOf(dueOn)}还`,
          )
          .join('\n'),
  returnReminder: ({ asset, activityNo }: AssetLoan) =>
    `${asset}${activityNo === null ? '' : `（H${activityNo}）`}今天该归还，还了请回“物资 还 ${asset}”。`,

  cost: ({ activityNo, amountCents, about }: CostLine, totalCents: number) =>
    `${activityNo === null ? '本站' : `H${activityNo} `}支出${yuan(amountCents)}元（${about}），本年累计${yuan(totalCents)}元。`,
  costs: (year: number, totalCents: number, byAbout: readonly (readonly [string, number])[]) =>
    totalCents === 0
      ? `${year}年还没有经费记录。记一笔请回“H12 经费 860 物料”。`
      : `${year}年经费累计${yuan(totalCents)}元：${byAbout.map(([about, cents]) => `${about}${yuan(cents)}`).join('、')}。`,
  costInvalid: '经费写0到1,000万之间的元数，最多两位小数。例：H12 经费 860 物料',

  honour: ({ no, source }: Honour) =>
    source === null
      ? `荣誉${no}已记，来源待补。有了请回“荣誉 ${no} 来源 …”。`
      : `荣誉${no}已记，来源：${oneLine(source, 60)}。`,
  honours: (rows: readonly Honour[]) =>
    rows.length === 0
      ? '还没有记荣誉。'
      : rows
          .slice(0, 6)
          .map(
            ({ no, title, source }) =>
              `${no}. ${oneLine(title, 40)}（来源：${source === null ? '待补' : oneLine(source, 40)}）`,
          )
          .join('\n'),
  noHonour: (no: number) => `没有荣誉${no}。看全部请回“荣誉 列表”。`,
  unknownActivity: (no: number) => `没有 H${no}，请核对编号。`,
} as const
