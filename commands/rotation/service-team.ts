import { reference, text } from '../arguments.js'
import { command } from '../command.js'
import { PLANNERS } from '../duty/plan.js'
import { copy } from './copy.js'

/** People who are no deputies and help at an activity; a kind named again replaces its number. */
export const serviceTeamCommand = command({
  name: '服务队',
  aliases: ['服务团队'],
  summary: '登记活动的服务队人数',
  args: { no: reference('H', '活动编号'), team: text('服务队', '护士2 志愿者5') },
  who: PLANNERS,
  changes: true,
  examples: ['H12 服务队 护士2 志愿者5'],
  async run({ db, station, say, change }, { no, team }) {
    const activity = await db.activity.findUnique({ where: { stationId_no: { stationId: station.id, no } } })
    if (!activity) return say(copy.unknownActivity(no))
    const kinds = [...team.matchAll(/(\p{Script=Han}{1,8}?)\s*(\d{1,4})\s*[人名位个]?/gu)]
    if (kinds.length === 0) return say(copy.teamHelp)
    for (const [, kind, persons] of kinds) {
      const row = await db.serviceTeam.findUnique({
        where: { activityId_kind: { activityId: activity.id, kind: kind! } },
      })
      if (row) await change.update('ServiceTeam', row.id, { persons: Number(persons) })
      else await change.create('ServiceTeam', { activityId: activity.id, kind: kind!, persons: Number(persons) })
    }
    const all = await db.serviceTeam.findMany({ where: { activityId: activity.id }, orderBy: { id: 'asc' } })
    const total = all.reduce((sum, { persons }) => sum + persons, 0)
    await say(
      copy.team(
        no,
        total,
        all.map(({ kind, persons }) => `${kind}${persons}`),
      ),
    )
  },
})
