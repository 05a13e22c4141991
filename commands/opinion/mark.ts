import type { Opinion } from '../../prisma/generated/client.js'
import { CHANNELS, channelOf, STAGES, stageOf } from '../../station/opinion/channels.js'
import { categoryNamed } from '../../station/opinion/classify.js'
import { categoriesWith } from '../../station/opinion/own-categories.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { optional } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { about, saying, withMore } from './arguments.js'
import { copy } from './copy.js'
import { masked } from './masked.js'
import { patchOpinion } from './opinion-row.js'
import { liaisonsOf } from './staff.js'
import { theOpinion } from './step.js'

export const categoryCommand = command({
  name: '类别',
  aliases: ['分类', '改类别'],
  summary: '改一件意见的类别',
  args: { no: about('Y', '意见编号'), words: saying('Y', '类别', '教育文体') },
  who: MEMBERS,
  changes: true,
  examples: ['类别 Y17 卫生计生', '类别 Y17 Y18 卫生计生'],
  async run(context, said) {
    const { nos, words } = withMore('Y', said.no, said.words)
    for (const no of nos) {
      const row = await theOpinion(context, no)
      if (row) await setCategory(context, row, words)
    }
  },
})

/** A category somebody named: the classifier learns from it. */
export async function setCategory(context: CommandContext, row: Opinion, words: string) {
  const categories = categoriesWith(context.settings.categories)
  const category = categoryNamed(words, categories)
  if (!category)
    return context.say(
      copy.noCategory(
        words,
        categories.map(({ label }) => label),
      ),
    )
  const author = { change: context.change, now: context.now, speakerName: context.speaker.name }
  const said = { category: category.label, categoryFixed: true, saidAt: dateOf(context.now) }
  await patchOpinion(author, row, said, '类别', category.label)
  await context.say(copy.categorySet(row.no, category.label))
}

export const urgentCommand = command({
  name: '急',
  aliases: ['标急', '加急'],
  summary: '把一件意见标急',
  args: { no: optional(about('Y', '意见编号')) },
  who: MEMBERS,
  changes: true,
  examples: ['急 Y17'],
  async run(context, { no }) {
    const row = await theOpinion(context, no)
    if (row) await setUrgent(context, row, true)
  },
})

export const calmCommand = command({
  name: '不急',
  aliases: ['取消标急', '取消急件'],
  summary: '取消一件意见的急件标记',
  args: { no: optional(about('Y', '意见编号')) },
  who: MEMBERS,
  changes: true,
  examples: ['不急 Y17'],
  async run(context, { no }) {
    const row = await theOpinion(context, no)
    if (row) await setUrgent(context, row, false)
  },
})

/** 急难愁盼: the liaison hears of it at once, and the station's clock for urgent matters is used when it is handed on. */
export async function setUrgent(context: CommandContext, row: Opinion, urgent: boolean) {
  const author = { change: context.change, now: context.now, speakerName: context.speaker.name }
  const said = { urgent, urgentFixed: true, saidAt: dateOf(context.now) }
  const after = await patchOpinion(author, row, said, urgent ? '标急' : '取消标急', '')
  if (!urgent) return context.say(copy.unmarkedUrgent(row.no))
  for (const personId of await liaisonsOf(context))
    await context.tell(personId, copy.urgentToLiaison(after, context.speaker.name), { urgent: true })
  await context.say(copy.markedUrgent(row.no))
}

const tag = (kind: 'stage' | 'channel', name: string, example: string, summary: string) =>
  command({
    name,
    summary,
    args: { no: about('Y', '意见编号'), words: saying('Y', name, example) },
    who: MEMBERS,
    changes: true,
    silentAlone: true,
    examples: [`${name} Y17 ${example}`],
    async run(context, said) {
      const { nos, words } = withMore('Y', said.no, said.words)
      for (const no of nos) {
        const row = await theOpinion(context, no)
        if (row) await setTag(context, row, kind, words)
      }
    },
  })

export const stageCommand = tag('stage', '环节', '监督落实', '改意见所在环节：决策、执行、监督')
export const channelCommand = tag('channel', '来源方式', '走访', '改意见的来源方式：走谈访问等')

/** 决策、执行、监督落实; 走访、座谈、接访…: by any word people use for them. */
export async function setTag(context: CommandContext, row: Opinion, kind: 'stage' | 'channel', words: string) {
  const rows: readonly { id: string; label: string }[] = kind === 'stage' ? STAGES : CHANNELS
  const id = kind === 'stage' ? stageOf(words.trim()) : channelOf(words.trim())
  const found = rows.find((one) => one.id === id)
  if (!found)
    return context.say(
      copy.noTag(
        kind,
        rows.map(({ label }) => label),
      ),
    )
  const author = { change: context.change, now: context.now, speakerName: context.speaker.name }
  const said = kind === 'stage' ? { stageFixed: true, saidAt: dateOf(context.now) } : {}
  const patch = { ...said, [kind]: found.label }
  await patchOpinion(author, row, patch, kind === 'stage' ? '环节' : '来源方式', found.label)
  await context.say(copy.tagSet(row.no, kind, found.label))
}

export const livelihoodCommand = command({
  name: '民生',
  summary: '标为民生问题，或记已解决',
  args: { no: about('Y', '意见编号'), words: optional(saying('Y', '进展', '已解决 依据 卫健委6月2日答复')) },
  who: LEADING,
  changes: true,
  examples: ['民生 Y17', '民生 Y17 已解决 依据 卫健委6月2日答复'],
  async run(context, { no, words }) {
    const row = await theOpinion(context, no)
    if (!row) return
    const author = { change: context.change, now: context.now, speakerName: context.speaker.name }
    if (!words) {
      await patchOpinion(author, row, { livelihood: true }, '民生', '')
      return context.say(copy.livelihood(no, await solvedThisYear(context)))
    }
    const evidence = /^已解决[\s,，]*(?:依据[\s:：]*(.+))?$/s.exec(words)
    if (!evidence) return context.say(copy.livelihoodUsage(no))
    if (!evidence[1]) return context.say(copy.evidenceNeeded(no))
    const basis = await masked(context, evidence[1])
    await patchOpinion(author, row, { livelihood: true, livelihoodEvidence: basis }, '民生已解决', basis)
    await context.say(copy.livelihoodSolved(no, await solvedThisYear(context)))
  },
})

async function solvedThisYear({ db, station, now, settings }: CommandContext) {
  const since = dateOf(now.startOfDay().with({ month: 1, day: 1 }))
  const solved = await db.opinion.count({
    where: { stationId: station.id, livelihood: true, livelihoodEvidence: { not: null }, recordedAt: { gte: since } },
  })
  return { solved, target: settings.livelihoodTarget }
}
