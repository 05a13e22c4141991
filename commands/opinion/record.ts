import type { Opinion } from '../../prisma/generated/client.js'
import { CHANNELS, STAGES } from '../../station/opinion/channels.js'
import { categoriesWith } from '../../station/opinion/own-categories.js'
import { type ParsedOpinion, parseOpinions } from '../../station/opinion/parse-opinion.js'
import { sensitiveIn } from '../../station/opinion/sensitive.js'
import { OPINION_STATES } from '../../station/opinion/states.js'
import { MAX_TWINS } from '../../station/opinion/twins.js'
import { MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { optional, text } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { attachToReception } from '../duty/reception.js'
import { keepPictures } from '../files/keep-pictures.js'
import { copy } from './copy.js'
import { findTwins } from './find-twins.js'
import { indexOpinion } from './index-opinion.js'
import { masker } from './masked.js'
import { recordedAnswer, recordedSeveralAnswer } from './recorded-answer.js'
import { recordedText } from './recorded-copy.js'
import { sort } from './sort.js'
import { askModelToSort } from './sort-by-model.js'
import { liaisonsOf } from './staff.js'
import { isoOf } from './step.js'

const AN_ANSWER =
  /^\s*(?:没有?|无|有|好的?|行|可以|一致|统一|不一致|不统一|同意|不同意|很[多大]|不[多大]|收到|已?收到?了|已?反馈|保留|呢|吧|啊)[了的吧啊呢。.!！~\s]*$/u

/** How long one-word corrections of what was just recorded are taken for that. */
const CORRECTION_MINUTES = 10

export const recordCommand = command({
  name: '意见',
  aliases: ['群众意见', '反映'],
  summary: '登记一条群众意见',
  args: { words: optional(text('内容', '社区医院缺儿科', { anything: true })) },
  who: MEMBERS,
  changes: true,
  records: true,
  examples: ['意见 社区医院缺儿科', '意见（走访） 来凤街社区路灯不亮', '意见！ 独居老人断药'],
  async run(context, { words }) {
    if (words === undefined || !/[\p{L}\p{N}]/u.test(words)) return context.say(copy.empty)
    // 意见 没有, 意见 一致: an answer to somebody, not what a resident said.
    if (AN_ANSWER.test(words)) return context.roomId === null ? context.say(copy.empty) : undefined
    await record(context, words)
  },
  answers: { recorded: recordedAnswer, 'recorded-several': recordedSeveralAnswer },
})

export interface RecordedAs {
  kind?: '意见' | '建言'
  source?: string
  channel?: string
  theme?: string
}

/** Keeps the resident's own words sealed; everything shown from here on is the masked text. */
export async function record(context: CommandContext, words: string, as: RecordedAs = {}): Promise<void> {
  const recorded = await store(context, words, as)
  if (recorded.length === 0) return
  const rows = recorded.map(({ row }) => row)
  const [first] = rows
  const pictures = first ? await keepPictures(context, `Y${first.no}`) : 0
  for (const row of rows) if (row.urgent) await alarm(context, row)
  if (rows.length > 1 || !first) return sayRecorded(context, recorded)
  const twins = await findTwins(context, first)
  const asks = first.kind === '意见'
  const told = recordedText(first, context.speaker.name, {
    hidden: hides(first),
    soundsUrgent: recorded[0]!.soundsUrgent,
    twins,
    pictures,
  })
  if (!asks) return context.say(copy.idea(first))
  await context.ask({
    kind: 'recorded',
    payload: {
      no: first.no,
      place: first.place !== null,
      twins: twins.map(({ no }) => no),
      triage: first.triage,
      own: context.settings.categories.map(({ label }) => label),
    },
    text: told,
    openMinutes: CORRECTION_MINUTES,
  })
}

/** Several at once: for each, the likeliest twin that did not come in the same message. */
export async function sayRecorded(context: CommandContext, recorded: readonly Recorded[]): Promise<void> {
  const rows = recorded.map(({ row }) => row)
  const pairs: { no: number; twin: number }[] = []
  for (const row of rows) {
    if (pairs.length === MAX_TWINS) break
    const twins = row.kind === '意见' ? await findTwins(context, row) : []
    const twin = twins.find(({ no }) => rows.every((one) => one.no !== no))
    if (twin) pairs.push({ no: row.no, twin: twin.no })
  }
  const urgent = recorded.flatMap(({ row, soundsUrgent }) => (soundsUrgent ? [row.no] : []))
  const text = copy.recordedSeveral(rows, context.speaker.name, pairs, urgent)
  if (rows.length < 2) return context.say(text)
  const own = context.settings.categories.map(({ label }) => label)
  const payload = { nos: rows.map(({ no }) => no), own }
  await context.ask({ kind: 'recorded-several', payload, text, openMinutes: CORRECTION_MINUTES })
}

/** The marks that masking leaves. */
const hides = ({ text }: Opinion): boolean => /某|〔[^〕]+〕/.test(text)

export interface Recorded {
  row: Opinion
  /** Nobody said so: it is only asked. */
  soundsUrgent: boolean
}

/** Writes the opinions of a message; answers with none, having said why, when they may not be taken up. */
export async function store(context: CommandContext, words: string, as: RecordedAs = {}): Promise<Recorded[]> {
  const sensitive = sensitiveIn(words).find(({ kind }) => kind !== 'case')
  if (sensitive) {
    await context.say(sensitive.kind === 'secret' ? copy.secret : copy.interference)
    return []
  }
  const parsed = parseOpinions(words, context.settings.places)
  if (!parsed.ok) {
    await context.say(copy.empty)
    return []
  }
  const rows: Recorded[] = []
  for (const one of parsed.value) rows.push(await create(context, one, as))
  return rows
}

async function create(context: CommandContext, parsed: ParsedOpinion, as: RecordedAs): Promise<Recorded> {
  const { db, station, speaker, change, services, now } = context
  const masked = (await masker(context))(parsed.tidy)
  // A place that masking took apart led to somebody's door.
  const place = parsed.place && masked.text.includes(parsed.place.name) ? parsed.place : null
  const sorted = await sort(context, masked.text, place?.name)
  const saidStage = STAGES.find(({ id }) => id === parsed.stage)?.label ?? null
  const no = await change.nextNumber(station.id, 'Y')
  const row = await change.create('Opinion', {
    stationId: station.id,
    no,
    kind: as.kind ?? '意见',
    reporterId: speaker.personId,
    original: services.seal(parsed.original, scopeOf(station.id, no)),
    text: masked.text,
    state: OPINION_STATES.registered.label,
    category: sorted.category,
    triage: sorted.triage.kind,
    focusTag: sorted.triage.focusTag,
    place: place?.label ?? null,
    street: place?.street ?? null,
    channel: as.channel ?? CHANNELS.find(({ id }) => id === parsed.channel)?.label ?? null,
    stage: saidStage ?? sorted.stage,
    stageFixed: saidStage !== null,
    source: as.source ?? null,
    theme: as.theme ?? null,
    urgent: parsed.urgent,
    urgentFixed: parsed.urgent,
    saidAt: saidStage !== null || parsed.urgent ? dateOf(now) : null,
    stamps: { registeredAt: isoOf(now) },
    recordedAt: dateOf(now),
  })
  await indexOpinion(db, row)
  await askModelToSort(
    context,
    no,
    categoriesWith(context.settings.categories).map(({ label }) => label),
  )
  const reception = await attachToReception(context, no)
  return {
    row: reception?.theme ? await change.update('Opinion', row.id, { theme: reception.theme }) : row,
    soundsUrgent: sorted.soundsUrgent && !row.urgent,
  }
}

/** Binds sealed words to their opinion. */
export const scopeOf = (stationId: number, no: number): string => `Opinion:${stationId}:${no}`

async function alarm(context: CommandContext, row: Opinion) {
  for (const personId of await liaisonsOf(context))
    await context.tell(personId, copy.urgentToLiaison(row, context.speaker.name), { urgent: true })
}
