import { LEADING } from '../../station/roles.js'
import { missionNamed } from '../../station/statistics/mission-named.js'
import { theActivity } from '../activity/find.js'
import { reference } from '../arguments.js'
import { command } from '../command.js'
import { about, words } from '../keyed.js'
import { copy } from './copy.js'

/** 基地 in 四个基地, 平台 in 四个平台: what a mission is called here. */
export const missionWord = (label: string | null): string => /(基地|平台)$/.exec(label ?? '')?.[1] ?? '功能定位'

/** Which of the station's missions an activity serves; several may be named. */
export const missionCommand = command({
  name: '基地',
  aliases: ['平台', '功能定位'],
  summary: '标明活动服务于哪项功能定位',
  args: { number: reference('H', '活动编号'), names: about('H', words('功能定位', '投资者教育')) },
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['H12 基地 投资者教育', 'H12 平台 法律宣传服务'],
  async run(context, { number, names }) {
    const open = await theActivity(context, number, '基地')
    if (!open) return
    const { missions } = context.station
    const tagged: string[] = []
    for (const name of names) {
      const mission = missionNamed(name, missions)
      if (!mission) return context.say(copy.noMission(name, missions))
      tagged.push(mission)
    }
    await context.change.update('Activity', open.activity.id, { missions: tagged })
    await context.say(copy.missionTagged(open.activity.no, open.activity.title, tagged))
  },
})
