import { STRUCK_OPINIONS } from '../../station/opinion/states.js'
import { mask } from '../../station/privacy/mask.js'
import { SUGGESTION_STATES, type SuggestionState } from '../../station/suggestion/states.js'
import type { MatterRecord } from '../../station/summary/records.js'
import { momentOf } from '../../station/time/civil.js'
import type { HandlingLetter } from '../handling/parts.js'
import { namesOf, stepsOf } from '../supervision/rows.js'
import { type Loader, ofMatter, type Reading, SAID } from './subject.js'

/** A suggestion or an opinion, and the campaign of follow-up (联合督办) that several deputies and units wage for it. */
export const handling =
  (letter: HandlingLetter): Loader =>
  async (reading, no) => {
    const { db, station } = reading
    const own = letter === 'J' ? await suggestion(reading, no) : await opinion(reading, no)
    if (!own) return null
    const supervision = await db.supervision.findFirst({
      where: { stationId: station.id, letter, recordNo: no },
      orderBy: { id: 'desc' },
    })
    if (!supervision) return ofMatter(reading, 'handling', own)
    const steps = await stepsOf(reading, supervision)
    const done = steps.filter(({ state }) => state === 'done')
    return ofMatter(reading, 'handling', {
      ...own,
      kind: `联合督办${letter === 'J' ? '建议' : '意见'}`,
      people: await namesOf(reading, [...new Set([supervision.ledById, ...supervision.memberIds])]),
      counts: [
        { label: '参与单位', value: supervision.units.length, unit: '个' },
        { label: '安排', value: steps.length, unit: '次' },
        { label: '已办', value: done.length, unit: '次' },
      ].filter(({ value }) => value > 0),
      said: done
        .map(({ result, what }) => result ?? what ?? '')
        .filter((text) => text !== '')
        .slice(0, SAID),
    })
  }

async function suggestion(reading: Reading, no: number): Promise<MatterRecord | null> {
  const { db, station } = reading
  const row = await db.suggestion.findUnique({ where: { stationId_no: { stationId: station.id, no } } })
  if (!row || row.state === 'withdrawn') return null
  return {
    ref: `J${no}`,
    kind: '代表建议',
    title: mask(row.title).text,
    state: SUGGESTION_STATES[row.state as SuggestionState].label,
    on: momentOf(row.draftedAt),
    place: null,
    people: await namesOf(reading, [row.leadId, ...row.cosignerIds]),
    counts: [
      { label: '联名', value: row.cosignerIds.length, unit: '人' },
      { label: '所据意见', value: row.opinionNos.length, unit: '件' },
    ].filter(({ value }) => value > 0),
    said: row.effect === null ? [] : [row.effect],
  }
}

async function opinion({ db, station }: Reading, no: number): Promise<MatterRecord | null> {
  const row = await db.opinion.findUnique({ where: { stationId_no: { stationId: station.id, no } } })
  if (!row || STRUCK_OPINIONS.includes(row.state)) return null
  return {
    ref: `Y${no}`,
    kind: '群众意见',
    title: row.text,
    state: row.state,
    on: momentOf(row.recordedAt),
    place: row.place,
    people: [],
    counts: row.supporterIds.length === 0 ? [] : [{ label: '附议', value: row.supporterIds.length, unit: '人' }],
    said: row.answer === null ? [] : [row.answer],
  }
}
