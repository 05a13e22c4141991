import { RESEARCH_STATES, type ResearchState, stepResearch } from '../../station/research/piece.js'
import { MEMBERS } from '../../station/roles.js'
import { optional } from '../arguments.js'
import { command } from '../command.js'
import { about, saying } from '../opinion/arguments.js'
import { masked } from '../opinion/masked.js'
import { copy } from './copy.js'
import { mayWrite, thePiece, writePiece } from './piece.js'

const step = (state: ResearchState, aliases: string[], summary: string, example: string) =>
  command({
    name: RESEARCH_STATES[state].label,
    aliases,
    summary,
    args: { no: about('X', '成果编号'), words: optional(saying('X', '说明', example)) },
    who: MEMBERS,
    changes: true,
    silentAlone: true,
    examples: [`X3 ${RESEARCH_STATES[state].label}${state === 'sent' ? ` ${example}` : ''}`],
    async run(context, { no, words = '' }) {
      const piece = await thePiece(context, no)
      if (!piece || !(await mayWrite(context, piece))) return
      const decided = stepResearch(piece.state as ResearchState, state, words)
      if (!decided.ok) return context.say(copy.refused(piece, decided.error))
      const told = words === '' ? '' : await masked(context, words)
      const patch = {
        state: decided.value,
        ...(state === 'sent' && { sentTo: [piece.sentTo, told].filter(Boolean).join('、') }),
        ...(state === 'adopted' && told !== '' && { usedFor: told }),
      }
      await context.say(copy.stepped(await writePiece(context, piece, patch, RESEARCH_STATES[state].label, told)))
    },
  })

export const stepCommands = [
  step('field', ['开始调研'], '记成果进入调研', '实地走访'),
  step('written', ['已成文'], '记成果已成文', '初稿'),
  step('sent', ['已报送'], '记成果报送给谁', '区委办'),
  step('adopted', ['已采纳'], '记成果被采纳', '写入区政府工作要点'),
]

export const usedCommand = command({
  name: '转化',
  summary: '记成果用到了哪里',
  args: { no: about('X', '成果编号'), words: saying('X', '转化', '投教基地') },
  who: MEMBERS,
  changes: true,
  silentAlone: true,
  examples: ['X1 转化 投教基地'],
  async run(context, { no, words }) {
    const piece = await thePiece(context, no)
    if (!piece || !(await mayWrite(context, piece))) return
    const usedFor = await masked(context, words)
    await context.say(copy.used(await writePiece(context, piece, { usedFor }, '转化', usedFor)))
  },
})
