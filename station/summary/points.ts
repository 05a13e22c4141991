import { type CategoryCount, type Figures, figure } from './figures.js'
import type {
  ActivityClosing,
  ActivityRecord,
  DueRecord,
  DutyRecord,
  MatterRecord,
  PeriodRecords,
  TurnRecord,
} from './records.js'
import { turnRef } from './refs.js'

/** What is to be said, without words for it; `evidence` are the records it rests on. */
export type Point =
  | { code: 'activities'; held: ActivityRecord[]; cancelled: ActivityRecord[]; evidence: string[] }
  | { code: 'receptions'; held: DutyRecord[]; missed: DutyRecord[]; visitorPersons: number | null; evidence: string[] }
  | {
      code: 'opinions'
      total: number
      categories: readonly CategoryCount[]
      open: number
      answered: number
      closed: number
      urgent: number
      evidence: string[]
    }
  | { code: 'turn'; turn: TurnRecord; evidence: string[] }
  | { code: 'due'; items: DueRecord[]; evidence: string[] }
  | { code: 'oneActivity'; activity: ActivityRecord; evidence: string[] }
  | { code: 'takeaways'; given: ActivityClosing['takeaways']; evidence: string[] }
  | { code: 'oneReception'; duty: DutyRecord; evidence: string[] }
  | { code: 'oneMatter'; matter: MatterRecord; evidence: string[] }
  | { code: 'matterSaid'; said: readonly string[]; evidence: string[] }
  | { code: 'nothing'; evidence: string[] }

const inTime = <T extends { on: { epochMilliseconds: number }; no?: number }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => a.on.epochMilliseconds - b.on.epochMilliseconds || (a.no ?? 0) - (b.no ?? 0))

const activitiesPoint = (records: PeriodRecords): Point | null => {
  const held = inTime(records.activities.filter(({ phase }) => phase === 'held'))
  const cancelled = inTime(records.activities.filter(({ phase }) => phase === 'cancelled'))
  const evidence = [...held, ...cancelled].map(({ no }) => `H${no}`)
  return evidence.length === 0 ? null : { code: 'activities', held, cancelled, evidence }
}

const receptionsPoint = (records: PeriodRecords, figures: Figures): Point | null => {
  const held = inTime(records.duties.filter(({ phase }) => phase === 'held'))
  const missed = inTime(records.duties.filter(({ phase }) => phase === 'missed'))
  const evidence = [...held, ...missed].map(({ no }) => `D${no}`)
  if (evidence.length === 0) return null
  return { code: 'receptions', held, missed, visitorPersons: figure(figures, 'visitors')?.value ?? null, evidence }
}

const opinionsPoint = (figures: Figures): Point | null => {
  const total = figure(figures, 'opinions')
  if (total === null || total.value === 0) return null
  const value = (key: Parameters<typeof figure>[1]): number => figure(figures, key)?.value ?? 0
  return {
    code: 'opinions',
    total: total.value,
    categories: figures.categories,
    open: value('opinionsOpen'),
    answered: value('opinionsAnswered'),
    closed: value('opinionsClosed'),
    urgent: value('opinionsUrgent'),
    evidence: total.evidence,
  }
}

const duePoint = ({ due }: PeriodRecords): Point | null =>
  due.length === 0 ? null : { code: 'due', items: inTime(due), evidence: due.map(({ ref }) => ref) }

const turnPoint = ({ turn }: PeriodRecords): Point | null =>
  turn === null ? null : { code: 'turn', turn, evidence: [turnRef(turn.period)] }

const subjectPoint = ({ period, activities, duties }: PeriodRecords): Point | null => {
  const activity = activities[0]
  const duty = duties[0]
  if (period.kind === 'activity' && activity) return { code: 'oneActivity', activity, evidence: [`H${activity.no}`] }
  if (period.kind === 'reception' && duty) return { code: 'oneReception', duty, evidence: [`D${duty.no}`] }
  return null
}

const takeawaysPoint = ({ period, activities }: PeriodRecords): Point | null => {
  const given = period.kind === 'activity' ? (activities[0]?.closing?.takeaways ?? []) : []
  return given.length === 0 ? null : { code: 'takeaways', given, evidence: [`H${activities[0]!.no}`] }
}

const SAID = 3

/** What residents said in a campaign, in the masked words of the record: whoever asked for it reviews it first. */
const campaignSaid = ({ period, opinions }: PeriodRecords): Point | null => {
  const told = period.kind === 'campaign' ? opinions.slice(0, SAID) : []
  if (told.length === 0) return null
  return { code: 'matterSaid', said: told.map(({ text }) => text), evidence: told.map(({ no }) => `Y${no}`) }
}

const matterPoints = ({ matters = [] }: PeriodRecords): Point[] =>
  matters.flatMap((matter): Point[] => [
    { code: 'oneMatter', matter, evidence: [matter.ref] },
    ...(matter.said.length === 0 ? [] : [{ code: 'matterSaid' as const, said: matter.said, evidence: [matter.ref] }]),
  ])

/** At most five: what happened, opinions by topic, whose turn it is, what is due. Made without a model. */
export const pointsOf = (records: PeriodRecords, figures: Figures): Point[] => {
  if (records.matters !== undefined && records.matters.length > 0) return matterPoints(records)
  const subject = subjectPoint(records)
  const happened =
    subject === null
      ? [activitiesPoint(records), receptionsPoint(records, figures), opinionsPoint(figures), campaignSaid(records)]
      : [subject, takeawaysPoint(records), opinionsPoint(figures)]
  const said = happened.filter((point) => point !== null)
  const quiet: Point = { code: 'nothing', evidence: [] }
  const ahead = [subject === null ? turnPoint(records) : null, duePoint(records)].filter((point) => point !== null)
  return [...(said.length === 0 ? [quiet] : said), ...ahead]
}
