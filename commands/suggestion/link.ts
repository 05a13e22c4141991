import { LEADING } from '../../station/roles.js'
import { Temporal } from '../../station/time/civil.js'
import { reference, references } from '../arguments.js'
import { command } from '../command.js'
import { copy } from './copy.js'
import { lockSuggestion, takeSteps, theSuggestion } from './row.js'

const LIVE: readonly string[] = ['assigned', 'handling', 'returned', 'redo', 'tracking']

export const linkCommand = command({
  name: '关联',
  summary: '活动关联要交办或督办的建议',
  args: { activity: reference('H', '活动编号'), numbers: references('J', '建议编号') },
  who: LEADING,
  changes: true,
  examples: ['H18 关联 J3 J5 J8'],
  async run(context, { activity: activityNo, numbers }) {
    const { db, station, change } = context
    const activity = await db.activity.findUnique({
      where: { stationId_no: { stationId: station.id, no: activityNo } },
    })
    if (!activity) return context.say(copy.unknownActivity(activityNo))
    const purposes = new Set<string>()
    for (const suggestionNo of numbers) {
      const row = await theSuggestion(context, suggestionNo)
      if (!row) return
      const purpose = LIVE.includes(row.state) ? 'supervise' : 'assign'
      purposes.add(purpose)
      const key = { stationId: station.id, activityNo, suggestionNo }
      const known = await db.eventSuggestion.findUnique({ where: { stationId_activityNo_suggestionNo: key } })
      if (known) await change.update('EventSuggestion', known.id, { purpose, state: 'linked' })
      else await change.create('EventSuggestion', { ...key, purpose })
    }
    await context.say(
      purposes.has('assign') ? copy.linked(activityNo, numbers) : copy.linkedFollowUp(activityNo, numbers),
    )
  },
  answers: {
    'event-suggestion': {
      accepts: (folded) =>
        /^是(?:的)?$/.test(folded.trim()) ? true : /^(?:否|不是)$/.test(folded.trim()) ? false : undefined,
      async run(context, payload, yes) {
        const { db, change } = context
        const link = await db.eventSuggestion.findUniqueOrThrow({ where: { id: payload.linkId as number } })
        const row = await lockSuggestion(db, link.stationId, link.suggestionNo)
        if (!row) return
        await change.update('EventSuggestion', link.id, { state: yes ? 'confirmed' : 'struck' })
        if (!yes) return context.say(copy.leftAsIs(row.no))
        const on = Temporal.PlainDate.from(payload.on as string)
        const event =
          link.purpose === 'assign'
            ? ({ kind: 'assign', mode: 'lead', lead: row.unit ? [row.unit] : [], assisting: [], on } as const)
            : ({ kind: 'reply', text: `H${link.activityNo} 现场答复`, by: row.unit ?? '', on } as const)
        const before = row.state === 'submitted' && event.kind === 'assign' ? [{ kind: 'register' as const }] : []
        const taken = await takeSteps(context, row, [...before, event], `H${link.activityNo}`)
        if (taken) await context.say(copy.confirmedAfterEvent(taken.row, on))
      },
    },
  },
})
