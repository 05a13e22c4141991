import { LEADING, MEMBERS } from '../../station/roles.js'
import { oneOf, optional, references } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { about } from './arguments.js'
import { copy } from './copy.js'
import { patchOpinion } from './opinion-row.js'
import { step, theOpinion } from './step.js'

export const secondCommand = command({
  name: '附议',
  aliases: ['同感'],
  summary: '附议一件意见',
  args: { no: about('Y', '意见编号') },
  who: MEMBERS,
  changes: true,
  examples: ['附议 Y17'],
  run: (context, { no }) => second(context, no),
})

/** People count, not messages: who brought it or seconded it already is not counted again. */
export async function second(context: CommandContext, no: number): Promise<void> {
  const { speaker } = context
  const row = await theOpinion(context, no)
  if (!row) return
  const target = row.mergedIntoNo === null ? row : await theOpinion(context, row.mergedIntoNo)
  if (!target) return
  const already = target.reporterId === speaker.personId || target.supporterIds.includes(speaker.personId)
  if (already) return context.say(copy.secondedAlready(target.no, target.supporterIds.length + 1))
  const supporterIds = [...target.supporterIds, speaker.personId]
  const author = { change: context.change, now: context.now, speakerName: speaker.name }
  await patchOpinion(author, target, { supporterIds }, '附议', '')
  await context.say(copy.seconded(target.no, speaker.name, supporterIds.length + 1))
}

export const mergeCommand = command({
  name: '合并',
  summary: '把重复的意见并到一件',
  args: {
    numbers: references('Y', '两个意见编号'),
    into: optional(oneOf('到', { 到: true, 并到: true, 并入: true, 进: true })),
  },
  who: LEADING,
  changes: true,
  examples: ['合并 Y19 到 Y17'],
  async run(context, { numbers }) {
    const [no, into] = numbers
    if (no === undefined || into === undefined) return context.say(copy.mergeUsage(no ?? 19))
    const row = await theOpinion(context, no)
    const target = row && (await theOpinion(context, into))
    if (!row || !target) return
    if (target.mergedIntoNo !== null) return context.say(copy.mergedAlready(into, target.mergedIntoNo))
    const taken = await step(context, row, { kind: 'merge', into }, `并入 Y${into}`, { mergedIntoNo: into })
    if (!taken) return
    const people = new Set([...target.supporterIds, row.reporterId, ...row.supporterIds])
    people.delete(target.reporterId)
    const author = { change: context.change, now: context.now, speakerName: context.speaker.name }
    await patchOpinion(author, target, { supporterIds: [...people] }, '并入', `Y${no}`)
    await context.say(copy.merged(no, into, people.size + 1))
  },
})
