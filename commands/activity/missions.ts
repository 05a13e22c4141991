import { heldIn } from '../../station/plan/activity-record.js'
import { missionCoverage } from '../../station/plan/coverage.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { reference, word } from '../arguments.js'
import { command } from '../command.js'
import { about } from '../keyed.js'
import { activityRecords } from '../plan/load.js'
import { copy } from './copy.js'
import { theActivity } from './find.js'

/** Which of the station's own missions (四个基地, 四个平台) an activity serves; naming a second one adds it. */
export const missionCommand = command({
  name: '定位',
  aliases: ['标定位'],
  summary: '标出活动服务于哪个定位',
  args: { number: reference('H', '活动编号'), name: about('H', word('定位', '投资者教育')) },
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['H12 定位 投资者教育'],
  async run(context, { number, name }) {
    const open = await theActivity(context, number, '标定位', 'follow')
    if (!open) return
    const { missions } = context.station
    const meant = missions.filter((mission) => mission.includes(name) || name.includes(mission))
    const [mission, another] = meant
    if (!mission || another) return context.say(copy.whichMission(name, missions))
    const { activity } = open
    await context.change.update('Activity', activity.id, { missions: [...new Set([...activity.missions, mission])] })
    await context.say(copy.missionTagged(activity, mission))
  },
})

export const coverageCommand = command({
  name: '四个定位',
  aliases: ['四个基地', '四个平台', '定位统计'],
  summary: '看今年活动在各定位的次数',
  who: MEMBERS,
  changes: false,
  examples: ['四个定位'],
  async run(context) {
    const { db, station, now } = context
    if (station.missions.length === 0) return context.say(copy.noMissions)
    const held = heldIn(await activityRecords(db, station.id), now.year)
    const covered = missionCoverage(held, station.missions)
    await context.say(copy.coverage(now.year, station.missionsLabel ?? '四个定位', covered))
  },
})
