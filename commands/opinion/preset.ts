import { OPINION_CLOCK_PRESETS } from '../../station/opinion/clock-presets.js'
import { LEADING } from '../../station/roles.js'
import { optional, word } from '../arguments.js'
import { command } from '../command.js'
import { presetCopy as copy } from './preset-copy.js'
import { presetOf } from './step.js'

export const presetCommand = command({
  name: '意见时限',
  aliases: ['意见期限'],
  summary: '看或选本站的意见办理时限',
  args: { name: optional(word('时限', '热线求助')) },
  who: LEADING,
  changes: true,
  examples: ['意见时限', '意见时限 热线求助'],
  async run(context, { name }) {
    const { change, station, say } = context
    if (name === undefined) return say(copy.presets(OPINION_CLOCK_PRESETS, presetOf(context)))
    const preset = OPINION_CLOCK_PRESETS.find(({ label }) => label === name)
    if (!preset) return say(copy.noPreset(name, OPINION_CLOCK_PRESETS))
    const settings = { ...(station.settings as object), opinionClock: preset.id }
    await change.update('Station', station.id, { settings })
    await say(copy.chosen(preset))
  },
})
