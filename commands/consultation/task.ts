import type { PilotTask } from '../../prisma/generated/client.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { Temporal } from '../../station/time/civil.js'
import { oneOf, text, when, word } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { masked } from '../opinion/masked.js'
import { copy } from './copy.js'

/** A trial task, or any other, given by a higher organ: it is to be reported back. */
export const taskCommand = command({
  name: '任务',
  summary: '建试点任务，到期前提醒',
  args: { due: when('上报日期'), title: word('任务', '试点总结'), organ: word('交办机关', '市人大') },
  who: LEADING,
  changes: true,
  examples: ['任务 试点总结 市人大 12月31日'],
  async run({ change, station, now, say }, { due, title, organ }) {
    const day = due.kind === 'point' ? due.at.toPlainDate() : null
    if (!day || Temporal.PlainDate.compare(day, now.toPlainDate()) < 0) return say(copy.taskDay)
    await change.create('PilotTask', { stationId: station.id, title, organ, dueOn: day.toString() })
    await say(copy.task(title, organ, day))
  },
})

const openTasks = ({ db, station }: CommandContext): Promise<PilotTask[]> =>
  db.pilotTask.findMany({
    where: { stationId: station.id, state: 'open' },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })

async function listTasks(context: CommandContext): Promise<void> {
  const { db, station, now, say } = context
  const reported = await db.pilotTask.count({ where: { stationId: station.id, state: 'reported' } })
  await say(copy.tasks(await openTasks(context), reported, now.toPlainDate().toString()))
}

export const taskListCommand = command({
  name: '任务列表',
  aliases: ['任务清单', '上级任务', '试点任务'],
  summary: '看上级交办的任务和期限',
  who: MEMBERS,
  changes: false,
  examples: ['任务列表'],
  run: listTasks,
})

/** The same, asked as one asks for other lists. */
export const tasksCommand = command({
  name: '任务',
  summary: '看上级交办的任务和期限',
  args: { what: oneOf('列表', { 列表: true, 清单: true }) },
  who: MEMBERS,
  changes: false,
  silentAlone: true,
  examples: ['任务 列表'],
  run: listTasks,
})

/** 任务已报 试点总结: done with; nobody is reminded of it again. */
export const taskReportedCommand = command({
  name: '任务已报',
  aliases: ['任务完成', '任务上报', '完成任务'],
  summary: '记一项上级任务已经上报',
  args: { title: text('任务', '试点总结') },
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['任务已报 试点总结'],
  async run(context, { title }) {
    const said = await masked(context, title)
    const open = await openTasks(context)
    const meant = open.filter((task) => task.title === said)
    const named = meant.length > 0 ? meant : open.filter((task) => task.title.includes(said))
    if (named.length !== 1) return context.say(copy.whichTask(said, named.length > 1 ? named : open))
    const reported = { state: 'reported', reportedOn: context.now.toPlainDate().toString() }
    await context.say(copy.taskReported(await context.change.update('PilotTask', named[0]!.id, reported)))
  },
})
