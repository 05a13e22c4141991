import { ACTIVITY_STATES, ALL_ACTIVITY_STATES } from '../../station/activity/states.js'
import { ALL_OPINION_STATES, OPINION_STATES } from '../../station/opinion/states.js'
import { LEADING } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { command } from '../command.js'
import type { StationContext } from '../context.js'
import { copy } from './brief-copy.js'

const LIVE_OPINIONS: string[] = ALL_OPINION_STATES.filter((state) => OPINION_STATES[state].live).map(
  (state) => OPINION_STATES[state].label,
)
/** An instance of a series that has not opened yet is a date in the calendar, no work under way. */
const LIVE_ACTIVITIES: string[] = ALL_ACTIVITY_STATES.filter(
  (state) => ACTIVITY_STATES[state].live && state !== 'notified',
)
const UNWRITTEN = ['ended', 'summaryDraft']
/** States in which a promised day still binds somebody. */
const PROMISED_OPINIONS = ['已答复', '已反馈代表', '已转告群众', '已评价', '跟踪中']
const PROMISED_SUGGESTIONS = ['replied', 'rated', 'repliedAgain', 'tracking']

/** What goes along when a convenor hands over: numbers of records, so that every count can be looked up. */
export interface Brief {
  opinions: string[]
  activities: string[]
  receptions: string[]
  /** Summaries nobody has published and proposals nobody has decided. */
  drafts: string[]
  /** Days promised to residents, and what joint meetings decided. */
  promises: string[]
}

export async function handoverBrief({ db, station, now }: StationContext): Promise<Brief> {
  const stationId = station.id
  const inOrder = { where: { stationId }, orderBy: { no: 'asc' as const } }
  const opinions = await db.opinion.findMany({ ...inOrder, where: { stationId, state: { in: LIVE_OPINIONS } } })
  const activities = await db.activity.findMany({ ...inOrder, where: { stationId, state: { in: LIVE_ACTIVITIES } } })
  const shifts = await db.dutyShift.findMany({
    ...inOrder,
    where: {
      stationId,
      OR: [
        { startsAt: { gt: dateOf(now) }, stage: { not: 'dropped' } },
        { stage: { in: ['signedIn', 'recording', 'nobodyCame'] } },
      ],
    },
  })
  const proposals = await db.activityDraft.findMany({ ...inOrder, where: { stationId, state: 'inReview' } })
  const suggestions = await db.suggestion.findMany({
    ...inOrder,
    where: { stationId, promisedOn: { not: null }, state: { in: PROMISED_SUGGESTIONS } },
  })
  const decisions = await db.meetingDecision.findMany({
    where: { meeting: { stationId }, state: { in: ['open', 'reported'] } },
    include: { meeting: true },
    orderBy: { id: 'asc' },
  })
  const unwritten = activities.filter(({ state }) => UNWRITTEN.includes(state))
  const heldShifts = shifts.filter(({ startsAt }) => startsAt <= dateOf(now))
  const promised = opinions.filter(({ promisedOn, state }) => promisedOn !== null && PROMISED_OPINIONS.includes(state))
  return {
    opinions: opinions.map(({ no }) => `Y${no}`),
    activities: activities.filter(({ state }) => !UNWRITTEN.includes(state)).map(({ no }) => `H${no}`),
    receptions: shifts.filter(({ startsAt }) => startsAt > dateOf(now)).map(({ no }) => `D${no}`),
    drafts: [
      ...unwritten.map(({ no }) => `H${no}小结`),
      ...heldShifts.map(({ no }) => `D${no}小结`),
      ...proposals.map(({ no }) => `草案${no}`),
    ],
    promises: [
      ...promised.map(({ no, promisedOn }) => copy.promised(`Y${no}`, promisedOn!)),
      ...suggestions.map(({ no, promisedOn }) => copy.promised(`J${no}`, promisedOn!)),
      ...decisions.map(({ no, dueOn, meeting }) => copy.promised(`T${meeting.no}事项${no}`, dueOn)),
    ],
  }
}

export const handoverListCommand = command({
  name: '交接清单',
  aliases: ['交接简报'],
  summary: '看轮值交接要交代的事',
  who: LEADING,
  changes: false,
  examples: ['交接清单'],
  run: async (context) => context.say(copy.list(await handoverBrief(context))),
})
