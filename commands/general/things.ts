import { type AuditedModel, delegate, fromImage, type Tx } from '../../prisma/change.js'
import type { AuditEntry } from '../../prisma/generated/client.js'
import { momentOf } from '../../station/time/civil.js'
import { describe } from '../../station/time/describe.js'

/** What a changed row is called, and the letter of its number. */
const THINGS: Readonly<Record<string, readonly [noun: string, letter?: string]>> = {
  SignUp: ['报名'],
  Activity: ['活动', 'H'],
  ActivityDraft: ['草案', ''],
  Attendance: ['签到'],
  ActivityTakeaway: ['收获'],
  ServiceHours: ['服务时长'],
  Series: ['固定活动'],
  Poll: ['约时间'],
  Pairing: ['结对'],
  StudyMaterial: ['学习资料', ''],
  StudyRead: ['已学'],
  Opinion: ['意见', 'Y'],
  OpinionReading: ['领导阅示', ''],
  HandlingUnit: ['承办单位'],
  HandlingPart: ['各家承办'],
  Suggestion: ['建议', 'J'],
  Supervision: ['督办'],
  SupervisionStep: ['督办安排'],
  EventSuggestion: ['活动与建议的关联'],
  Consultation: ['征求意见', 'L'],
  ConsultationComment: ['立法反馈'],
  TopicWork: ['议题', 'X'],
  TopicMember: ['议题成员'],
  ContactRecord: ['联系群众'],
  PilotTask: ['任务'],
  Meeting: ['联席会', 'T'],
  MeetingAttendee: ['联席会参会'],
  MeetingDecision: ['定办事项', ''],
  PlanItem: ['计划项', ''],
  CentralWork: ['中心工作'],
  DutyShift: ['接待', 'D'],
  DeputyLeave: ['请假'],
  ConvenorTurn: ['轮值'],
  TurnSwap: ['轮值换班'],
  Handover: ['交接'],
  Nomination: ['提名'],
  ServiceTeam: ['服务队'],
  RoleGrant: ['职务'],
  Membership: ['成员'],
  Person: ['名册'],
  Account: ['账号'],
  Summary: ['小结'],
  KeptFile: ['文件'],
  PersonQuiet: ['免打扰'],
  DutyFileNote: ['履职记录'],
  ResearchPiece: ['成果'],
  HistoryRecord: ['历史活动'],
  LedgerCorrection: ['更正'],
  LeaderNote: ['批示'],
  Target: ['目标'],
  Station: ['本站设置'],
  LibraryDocument: ['文件'],
  DocumentRequirement: ['要求'],
  StandardItem: ['标准'],
  AssetLoan: ['物资'],
  CostLine: ['经费'],
  Honour: ['荣誉'],
  PublicityNote: ['宣传记录'],
  PublicText: ['公开稿'],
  PublicLeave: ['公开同意'],
}

/** Columns worth naming when they are put back. */
const COLUMNS: Readonly<Record<string, string>> = {
  title: '名称',
  startsAt: '时间',
  deadlineAt: '报名截止',
  place: '地点',
  capacityPersons: '人数',
  text: '内容',
  category: '类别',
  state: '状态',
  unit: '承办单位',
  theme: '主题',
  companions: '同行人数',
  role: '分工',
  from: '开始',
  until: '结束',
}

const MOST_THINGS = 3

/** What an undo did, a line a row: which record, and what it is again. */
export async function undoneLines(db: Tx, entries: readonly AuditEntry[]): Promise<string[]> {
  const firstOfRow = new Map<string, AuditEntry>()
  for (const entry of entries) {
    const key = `${entry.model}:${entry.rowId}`
    if (!firstOfRow.has(key)) firstOfRow.set(key, entry)
  }
  const lines: string[] = []
  for (const entry of firstOfRow.values()) lines.push(await lineOf(db, entry))
  const distinct = [...new Set(lines)]
  const more = distinct.length - MOST_THINGS
  return more > 0 ? [...distinct.slice(0, MOST_THINGS), `另有${more}项一并恢复`] : distinct
}

async function lineOf(db: Tx, { model, rowId, before }: AuditEntry): Promise<string> {
  const row = await delegate(db, model as AuditedModel).findUniqueOrThrow({ where: { id: rowId } })
  if (model === 'PersonQuiet') return `免打扰恢复为${row.on ? `${row.from}–${row.until}` : '未设'}`
  const name = await nameOf(db, model, row)
  if (before === null) return `${name}不算了`
  const old = fromImage(before) as Record<string, unknown>
  if (model === 'SignUp') return `${name}恢复原样`
  const back = Object.entries(COLUMNS).flatMap(([column, label]) => {
    const value = column in old ? shown(old[column]) : undefined
    return value === undefined ? [] : [`${label}改回${value}`]
  })
  return back.length > 0 ? `${name}${back.join('，')}` : `${name}恢复原样`
}

async function nameOf(db: Tx, model: string, row: Record<string, unknown>): Promise<string> {
  const [noun, letter] = THINGS[model] ?? ['记录']
  const activity =
    typeof row.activityId === 'number' ? await db.activity.findUnique({ where: { id: row.activityId } }) : null
  const about = activity ? `H${activity.no} ` : ''
  if (typeof row.personId === 'number' && activity) {
    const person = await db.person.findUnique({ where: { id: row.personId } })
    return `${person?.name ?? ''}的 ${about}${noun}`
  }
  const number = letter !== undefined && typeof row.no === 'number' ? `${letter === '' ? noun : letter}${row.no}` : ''
  const title = short(row.title ?? (model === 'Opinion' ? row.text : row.name))
  if (number !== '') return `${about}${number}${title && ` ${title}`} `
  return `${about}${noun}${title && `“${title}”`}`
}

const short = (words: unknown): string =>
  typeof words !== 'string' ? '' : words.length > 14 ? `${words.slice(0, 13)}…` : words

/** A state kept under an English name is not for reading. */
function shown(value: unknown): string | undefined {
  if (value instanceof Date) return describe(momentOf(value))
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string' && !/^[a-z]+$/i.test(value)) return `“${short(value)}”`
  return undefined
}
