import { type AuditedModel, type Change, delegate, encode, fromImage, image } from './change.js'
import type { AuditEntry } from './generated/client.js'

/** What a row becomes when its creation is taken back: it is struck, never removed. Models not named cannot be undone. */
const STRUCK: Partial<Record<AuditedModel, object | ((at: Date) => object)>> = {
  SignUp: { status: 'withdrawn' },
  Attendance: { struck: true },
  ActivityDraft: { state: 'sentBack', reason: '提出人撤回' },
  Poll: { state: 'closed' },
  PlanItem: (at) => ({ dropped: { reason: '录入后撤销', at: at.toISOString().replace('Z', '+00:00[UTC]') } }),
  Meeting: { state: 'cancelled', endReason: '录入后撤销' },
  MeetingAttendee: { state: 'withdrawn' },
  // A person without membership or role is on no list.
  Person: {},
  Membership: { state: 'left' },
  ActivityPartner: { struck: true },
  Activity: { state: 'cancelled' },
  Opinion: { state: '撤回' },
  Suggestion: { state: 'withdrawn' },
  HandlingPart: { state: 'struck' },
  Supervision: { state: 'over' },
  SupervisionStep: { state: 'struck' },
  EventSuggestion: { state: 'struck' },
  Consultation: { state: 'struck' },
  ConsultationComment: { state: 'struck' },
  TopicWork: { state: 'struck' },
  TopicMember: { state: 'declined' },
  TopicFinding: { state: 'struck' },
  ContactRecord: { state: 'struck' },
  PilotTask: { state: 'struck' },
  PlatformActivity: { struck: true },
  Clearance: { state: 'struck' },
  OpinionEscalation: { struck: true },
  FaqAnswer: { struck: true },
  RecordingPause: { struck: true },
  LibraryDocument: { state: 'struck' },
  DocumentRequirement: { state: 'struck' },
  StandardItem: { state: 'struck' },
  AssetLoan: { state: 'struck' },
  CostLine: { state: 'struck' },
  Honour: { state: 'struck' },
  PublicityNote: { state: 'struck' },
  PublicText: { state: 'struck' },
  PublicLeave: { state: 'withdrawn' },
  Summary: { state: 'struck' },
  LedgerCorrection: { state: 'struck' },
  HistoryRecord: { state: 'struck' },
  LeaderNote: { state: 'struck' },
  ResearchPiece: { state: 'struck' },
  Target: { state: 'struck' },
  DutyFileNote: { state: 'struck' },
  PersonQuiet: { on: false },
}

export type UndoOutcome = { ok: true; entries: AuditEntry[] } | { ok: false; code: 'changed-since' | 'not-undoable' }

/**
 * Takes back a whole change, newest row first, if every row still is as the change left it: what others did since is never
 * overwritten. The undo is itself a change with its own entries.
 */
export async function undo(change: Change, changeId: string): Promise<UndoOutcome> {
  const entries = await change.tx.auditEntry.findMany({ where: { changeId }, orderBy: { id: 'asc' } })
  if (entries.some((entry) => entry.before === null && !STRUCK[entry.model as AuditedModel]))
    return { ok: false, code: 'not-undoable' }
  const left = new Map<string, { model: AuditedModel; rowId: number; columns: Record<string, unknown> }>()
  for (const { model, rowId, after } of entries) {
    const columns = { ...left.get(`${model}:${rowId}`)?.columns, ...(after as object) }
    left.set(`${model}:${rowId}`, { model: model as AuditedModel, rowId, columns })
  }
  for (const { model, rowId, columns } of left.values()) {
    const now = image(await delegate(change.tx, model).findUniqueOrThrow({ where: { id: rowId } }))
    if (Object.keys(columns).some((column) => encode(columns[column]) !== encode(now[column])))
      return { ok: false, code: 'changed-since' }
  }
  for (const entry of [...entries].reverse()) {
    const model = entry.model as AuditedModel
    const struck = STRUCK[model]
    const back =
      entry.before !== null ? fromImage(entry.before) : typeof struck === 'function' ? struck(change.author.at) : struck
    await change.update(model, entry.rowId, back as never)
  }
  await markUndone(change, changeId)
  return { ok: true, entries }
}

/** Says of everything this change wrote that it took that other change back. */
export async function markUndone(change: Change, changeId: string): Promise<void> {
  await change.tx.auditEntry.updateMany({ where: { changeId: change.author.changeId }, data: { undoes: changeId } })
}
