import type { Tx } from '../../prisma/change.js'
import type { Category } from '../../station/opinion/categories.js'
import { STAGES } from '../../station/opinion/channels.js'
import { categoryBase } from '../../station/opinion/classify.js'
import { type Memory, remember } from '../../station/opinion/learner.js'
import { withoutPlace } from '../../station/opinion/place.js'
import { stageBase } from '../../station/opinion/stage.js'
import { urgencyBase } from '../../station/opinion/urgency.js'

/** As many opinions as are remembered: those of which somebody last said what they are. */
const REMEMBERED = 500

export interface SaidOf {
  readonly category: readonly Memory[]
  readonly stage: readonly Memory[]
  readonly urgency: readonly Memory[]
}

interface Said {
  category?: Memory
  stage?: Memory
  urgency?: Memory
}

const stations = new Map<number, { key: string; lines: ReadonlyMap<string, Said>; saidOf: SaidOf }>()

/**
 * What the people of a station said of their opinions, kept between messages: one short row tells whether anything was
 * said since, and then only the opinions it was said of are read.
 */
export async function saidOf(db: Tx, stationId: number, categories: readonly Category[]): Promise<SaidOf> {
  const [{ said }] = await db.$queryRaw<[{ said: string }]>`
    SELECT coalesce(string_agg(line, E'\n' ORDER BY line), '') AS said FROM (
      SELECT no || '|' || CASE WHEN "categoryFixed" THEN coalesce(category, '') ELSE '' END
        || '|' || CASE WHEN "stageFixed" THEN coalesce(stage, '') ELSE '' END
        || '|' || CASE WHEN "urgentFixed" THEN urgent::text ELSE '' END
        || '|' || left(md5(text), 8) AS line
      FROM "Opinion" WHERE "stationId" = ${stationId} AND "saidAt" IS NOT NULL
      ORDER BY "saidAt" DESC LIMIT ${REMEMBERED}) AS newest`
  const key = `${said}\n${categories.map(({ id }) => id).join()}`
  const known = stations.get(stationId)
  if (known?.key === key) return known.saidOf
  const lines = said === '' ? [] : said.split('\n')
  const wanted = lines.filter((line) => !known?.lines.has(line)).map((line) => Number(line.split('|')[0]))
  const rows = await db.opinion.findMany({
    where: { stationId, no: { in: wanted } },
    select: { no: true, text: true, place: true },
  })
  const texts = new Map(rows.map(({ no, text, place }) => [no, withoutPlace(text, place?.split('·').at(-1))]))
  const kept = new Map(
    lines.map((line) => [line, known?.lines.get(line) ?? remembered(line, texts, categories)] as const),
  )
  const all = [...kept.values()]
  const of = {
    category: all.flatMap(({ category }) => category ?? []),
    stage: all.flatMap(({ stage }) => stage ?? []),
    urgency: all.flatMap(({ urgency }) => urgency ?? []),
  }
  stations.set(stationId, { key, lines: kept, saidOf: of })
  return of
}

function remembered(line: string, texts: ReadonlyMap<number, string>, categories: readonly Category[]): Said {
  const [no, category, stage, urgent] = line.split('|')
  const text = texts.get(Number(no))
  if (text === undefined) return {}
  const categoryId = categories.find(({ label }) => label === category)?.id
  const stageId = STAGES.find(({ label }) => label === stage)?.id
  return {
    ...(categoryId && { category: remember(categoryBase(), { text, label: categoryId }) }),
    ...(stageId && { stage: remember(stageBase(), { text, label: stageId }) }),
    ...(urgent && { urgency: remember(urgencyBase(), { text, label: urgent === 'true' ? 'urgent' : 'ordinary' }) }),
  }
}
