import { LEADING, MEMBERS, type Role } from '../../station/roles.js'
import { optional } from '../arguments.js'
import { command } from '../command.js'
import { about, saying } from './arguments.js'
import { masked } from './masked.js'
import { patchOpinion } from './opinion-row.js'
import { clockOf } from './refer.js'
import { routeCopy as copy } from './route-copy.js'
import { liaisonsOf } from './staff.js'
import { step, theOpinion } from './step.js'

const STAFF: readonly Role[] = ['liaison', 'head', 'district']

/** 五种去向: on the spot, the community, the street, a suggestion, a higher congress. Each with the line that takes it. */
export const routesCommand = command({
  name: '去向',
  aliases: ['五种去向'],
  summary: '看一件意见可以走哪条路',
  args: { no: about('Y', '意见编号') },
  who: MEMBERS,
  changes: false,
  silentAlone: true,
  examples: ['去向 Y17'],
  async run(context, { no }) {
    const row = await theOpinion(context, no)
    if (row) await context.say(copy.routes(row))
  },
})

/** 催办: it is noted that the unit was pressed, and a text is given that may be passed on to it. */
export const chaseCommand = command({
  name: '催办',
  aliases: ['督办'],
  summary: '催办一件意见，并留记录',
  args: { no: about('Y', '意见编号'), words: optional(saying('Y', '说明', '请本周答复')) },
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['催办 Y17', '督办 Y17 请本周答复'],
  async run(context, { no, words = '' }) {
    const row = await theOpinion(context, no)
    if (!row) return
    const waiting = ['转办', '办理中', '移交家室'].includes(row.state)
    if (!waiting) return context.say(copy.nothingToChase(row))
    const times = row.chases + 1
    const author = { change: context.change, now: context.now, speakerName: context.speaker.name }
    const after = await patchOpinion(author, row, { chases: times }, '催办', await masked(context, words))
    await context.say(copy.chased(after, clockOf(after, context.now.toPlainDate())))
    for (const personId of await liaisonsOf(context))
      if (personId !== context.speaker.personId) await context.tell(personId, copy.chasedToLiaison(after))
  },
})

export const sendBackCommand = command({
  name: '退回补充',
  summary: '请登记人把意见补完整',
  args: { no: about('Y', '意见编号'), words: optional(saying('Y', '缺什么', '请补地点')) },
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['退回补充 Y17 请补地点'],
  async run(context, { no, words = '' }) {
    const row = await theOpinion(context, no)
    if (!row) return
    const reason = await masked(context, words)
    const taken = await step(context, row, { kind: 'sendBack', reason }, reason)
    if (!taken) return
    await context.say(copy.sentBack(no))
    if (row.reporterId !== context.speaker.personId)
      await context.tell(row.reporterId, copy.sentBackToDeputy(row, reason))
  },
})

const sorting = (
  kind: 'separate' | 'reconsider' | 'keepAsMaterial' | 'archive',
  name: string,
  summary: string,
  more: { mergedIntoNo?: null } = {},
) =>
  command({
    name,
    summary,
    args: { no: about('Y', '意见编号'), words: optional(saying('Y', '说明', '两件不是一回事')) },
    who: kind === 'archive' || kind === 'reconsider' ? STAFF : LEADING,
    changes: true,
    silentAlone: true,
    examples: [`${name} Y17`],
    async run(context, { no, words = '' }) {
      const row = await theOpinion(context, no)
      const taken = row && (await step(context, row, { kind }, await masked(context, words), more))
      if (taken) await context.say(copy.sorted(taken.row, name))
    },
  })

export const separateCommand = sorting('separate', '拆开', '合并错了，拆开', { mergedIntoNo: null })
export const reconsiderCommand = sorting('reconsider', '重新受理', '不受理或素材，重新受理')
export const materialCommand = sorting('keepAsMaterial', '素材', '留作调研素材')
export const archiveCommand = sorting('archive', '归档', '归档一件意见')
