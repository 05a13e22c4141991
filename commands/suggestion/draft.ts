import type { Opinion, Suggestion } from '../../prisma/generated/client.js'
import { MATTERS } from '../../station/opinion/matters.js'
import { STRUCK_OPINIONS } from '../../station/opinion/states.js'
import { mattersIn } from '../../station/opinion/twins.js'
import { MEMBERS } from '../../station/roles.js'
import { checkDraft } from '../../station/suggestion/check-draft.js'
import { separateOpinions } from '../../station/suggestion/separate-matters.js'
import { dateOf } from '../../station/time/civil.js'
import { optional, references, text } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { about, saying } from '../opinion/arguments.js'
import { masked } from '../opinion/masked.js'
import { isoOf, quietStep } from '../opinion/step.js'
import { copy } from './copy.js'
import { lockSuggestion, patchSuggestion, takeSteps, theSuggestion } from './row.js'

const OPEN: readonly string[] = ['brewing', 'drafting', 'cosigning']

export const draftCommand = command({
  name: '起草建议',
  aliases: ['起草', '写建议'],
  summary: '由群众意见起草代表建议',
  args: { numbers: references('Y', '意见编号') },
  who: MEMBERS,
  changes: true,
  examples: ['起草建议 Y17 Y19'],
  async run(context, { numbers }) {
    const { db, station } = context
    const opinions = await db.opinion.findMany({
      where: { stationId: station.id, no: { in: numbers }, state: { notIn: STRUCK_OPINIONS } },
      orderBy: { no: 'asc' },
    })
    const missing = numbers.filter((no) => !opinions.some((row) => row.no === no))
    if (missing.length > 0) return context.say(copy.unknownOpinions(missing))
    const row = await createDraft(context, opinions)
    for (const opinion of opinions) await quietStep(context, opinion, { kind: 'adopt' }, `J${row.no}`)
    const groups = separateOpinions(opinions)
    if (groups.length < 2) return context.say(copy.drafted(row))
    await context.ask({
      kind: 'split-draft',
      payload: {
        no: row.no,
        numbers: groups.slice(1).flatMap((group) => [...group.opinions]),
        keep: [...groups[0]!.opinions],
      },
      text: copy.draftedTwo(row, groups.length),
    })
  },
  answers: {
    'split-draft': {
      accepts: (folded) =>
        /^(?:是|分|分成两件|拆分)$/.test(folded.trim())
          ? true
          : /^(?:否|不分)$/.test(folded.trim())
            ? false
            : undefined,
      async run(context, payload, split) {
        const { db, station } = context
        const row = await lockSuggestion(db, station.id, payload.no as number)
        if (!row) return
        if (!split) return context.say(copy.notSplit(row.no))
        const of = (numbers: unknown) =>
          db.opinion.findMany({
            where: { stationId: station.id, no: { in: numbers as number[] } },
            orderBy: { no: 'asc' },
          })
        const first = await patchSuggestion(context, row, partsOf(await of(payload.keep)), '拆分', '')
        const second = await createDraft(context, await of(payload.numbers))
        await context.say(copy.split(first, second))
      },
    },
  },
})

/** 案由, 案据 and 建议: the first two from the opinions, the last left to the deputy, whose judgement it is. */
function partsOf(opinions: readonly Opinion[]) {
  const all = opinions.map(({ text }) => text).join('；')
  const [matter] = mattersIn(all)
  const subject = MATTERS.find(({ label }) => label === matter)?.label ?? opinions[0]?.category ?? '群众反映问题'
  const people = new Set(opinions.flatMap(({ reporterId, supporterIds }) => [reporterId, ...supporterIds])).size
  return {
    title: `关于解决${subject}问题的建议`,
    text: `案由：群众反映${all}。`,
    basis: `${opinions.map(({ no }) => `Y${no}`).join('、')}，${people}位代表登记或附议`,
    opinionNos: opinions.map(({ no }) => no),
  }
}

async function createDraft(context: CommandContext, opinions: readonly Opinion[]): Promise<Suggestion> {
  const { change, station, speaker, now } = context
  const no = await change.nextNumber(station.id, 'J')
  return change.create('Suggestion', {
    stationId: station.id,
    no,
    state: 'drafting',
    ...partsOf(opinions),
    leadId: speaker.personId,
    level: speaker.level ?? '区',
    stamps: { draftedAt: isoOf(now) },
    draftedAt: dateOf(now),
  })
}

const part = (name: string, example: string, write: (row: Suggestion, text: string) => Partial<Suggestion>) =>
  command({
    name,
    summary: `写建议的${name}`,
    args: { no: about('J', '建议编号'), words: saying('J', name, example) },
    who: MEMBERS,
    changes: true,
    examples: [`J6 ${name} ${example}`],
    async run(context, { no, words }) {
      const row = await theSuggestion(context, no)
      if (!row) return
      if (row.leadId !== context.speaker.personId && !context.speaker.roles.has('liaison'))
        return context.say(copy.notLead(no))
      if (!OPEN.includes(row.state)) return context.say(copy.notOpen(no))
      const kept = await masked(context, words)
      const after = await rewrite(context, row, write(row, kept), name, kept)
      if (!after) return
      const again = row.cosignerIds.length - after.cosignerIds.length
      await context.say(copy.partKept(no, name, findingsOf(after)) + (again > 0 ? copy.namesAgain(no, again) : ''))
      for (const personId of again > 0 ? row.cosignerIds : [])
        await context.tell(personId, copy.signAgain(after, name, kept))
    },
  })

/** Who signed, signed the old words: a change of the text asks for the names anew. Whom it is sent to is no part of it. */
async function rewrite(
  context: CommandContext,
  row: Suggestion,
  patch: Partial<Suggestion>,
  name: string,
  kept: string,
): Promise<Suggestion | null> {
  const signed = row.state === 'cosigning' && row.cosignerIds.length > 0 && !('unit' in patch)
  if (!signed) return patchSuggestion(context, row, patch, name, kept)
  const steps = [{ kind: 'draft' }, { kind: 'openForNames' }] as const
  const taken = await takeSteps(context, row, steps, kept, { ...patch, cosignerIds: [] }, name)
  return taken?.row ?? null
}

const withPart = (text: string, heading: string, words: string): string => {
  const others = text.split('\n').filter((line) => !line.startsWith(`${heading}：`))
  return [...others, `${heading}：${words}`].join('\n')
}

export const partCommands = [
  part('标题', '关于增设社区儿科门诊的建议', (_row, title) => ({ title })),
  part('案由', '社区医院没有儿科，家长要跑大医院', (row, text) => ({ text: withPart(row.text, '案由', text) })),
  // Beside the 案由, not instead of it: the paper prints both under one heading.
  part('情况', '全区12家社区医院只有2家有儿科医生', (row, text) => ({ text: withPart(row.text, '情况', text) })),
  part('分析', '原因是儿科医生编制不足', (row, text) => ({ text: withPart(row.text, '分析', text) })),
  part('案据', '区内12家社区医院只有2家有儿科医生', (row, text) => ({
    text: withPart(row.text, '案据', text),
    basis: text,
  })),
  part('具体意见', '由卫健委牵头，每个街道设一处儿科门诊', (row, text) => ({
    text: withPart(row.text, '具体建议', text),
  })),
  part('主送', '区卫生健康委员会', (_row, unit) => ({ unit })),
  part('依据', '《基本医疗卫生与健康促进法》第三十四条', (row, text) => ({
    text: withPart(row.text, '案据', text),
    basis: text,
  })),
]

const findingsOf = (row: Suggestion) =>
  checkDraft({ title: row.title, text: row.text, ...(row.unit !== null && { unit: row.unit }) }, true)

export const checkCommand = command({
  name: '检查建议',
  aliases: ['检查', '查建议质量'],
  summary: '看建议草稿还缺什么',
  args: { no: about('J', '建议编号') },
  who: MEMBERS,
  changes: false,
  examples: ['检查建议 J6'],
  async run(context, { no }) {
    const row = await theSuggestion(context, no)
    if (row) await context.say(copy.checked(no, findingsOf(row)))
  },
})

export const basisCommand = command({
  name: '依据',
  summary: '给自己正在起草的建议补依据',
  args: { words: optional(text('依据', '区内12家社区医院只有2家有儿科医生')) },
  who: MEMBERS,
  changes: true,
  examples: ['依据 区内12家社区医院只有2家有儿科医生'],
  async run(context, { words }) {
    const { db, station, speaker } = context
    const [row] = await db.suggestion.findMany({
      where: { stationId: station.id, leadId: speaker.personId, state: { in: [...OPEN] } },
      orderBy: { no: 'desc' },
      take: 1,
    })
    // Without a draft of one's own the word is chat.
    if (!row || !words) return
    await context.runLine(`J${row.no} 依据 ${words}`)
  },
})
