import { MEMBERS } from '../../station/roles.js'
import { oneOf } from '../arguments.js'
import { command } from '../command.js'
import { copy } from './copy.js'
import { PROCESSES } from './process-copy.js'

export const cardCommand = command({
  name: '本站定位',
  aliases: ['站的定位', '本站是做什么的'],
  summary: '看本站的定位和特色',
  who: MEMBERS,
  changes: false,
  examples: ['本站定位'],
  run: ({ station, say }) => say(copy.card(station)),
})

export const processCommand = command({
  name: '流程',
  aliases: ['办理流程', '工作流程'],
  summary: '看意见、建议、活动怎么一步步办',
  args: { what: oneOf('哪一项', Object.fromEntries(Object.keys(PROCESSES).map((name) => [name, name]))) },
  who: MEMBERS,
  changes: false,
  silentAlone: true,
  examples: ['流程 意见', '流程 建议'],
  async run({ say }, { what }) {
    const { steps, first } = PROCESSES[what]!
    await say(copy.process(what, steps, first))
  },
})
