import { LEADING, MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { count, optional, text, word } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { copy } from './copy.js'

export const addStudyCommand = command({
  name: '学习资料',
  aliases: ['存学习资料'],
  summary: '存一份学习资料',
  args: { title: word('标题', '《代表法》解读'), content: text('内容或链接', '……') },
  who: LEADING,
  changes: true,
  examples: ['学习资料 《代表法》解读 闭会期间活动以集体活动为主……'],
  async run(context, { title, content }) {
    const { change, station, now } = context
    const no = await change.nextNumber(station.id, '学习')
    const material = await change.create('StudyMaterial', {
      stationId: station.id,
      no,
      title,
      content,
      createdAt: dateOf(now),
    })
    await context.say(copy.studyStored(material))
    if (context.roomId === null) await context.announce(copy.studyStored(material))
  },
})

async function material({ db, station }: CommandContext, no: number | undefined) {
  if (no === undefined) return db.studyMaterial.findFirst({ where: { stationId: station.id }, orderBy: { no: 'desc' } })
  return db.studyMaterial.findUnique({ where: { stationId_no: { stationId: station.id, no } } })
}

export const showStudyCommand = command({
  name: '学习',
  summary: '看一份学习资料',
  args: { no: count('编号', '3', /^\s*(\d{1,4})/) },
  who: MEMBERS,
  changes: false,
  examples: ['学习 3'],
  async run(context, { no }) {
    const found = await material(context, no)
    await context.say(found ? copy.study(found) : copy.noStudy(no))
  },
})

export const readStudyCommand = command({
  name: '已学',
  aliases: ['学完了'],
  summary: '记下资料已读完',
  args: { no: optional(count('编号', '3', /^\s*(\d{1,4})/)) },
  who: MEMBERS,
  changes: true,
  examples: ['已学', '已学 3'],
  async run(context, { no }) {
    const { change, db, speaker, now } = context
    const found = await material(context, no)
    if (!found) return context.say(copy.noStudy(no))
    const key = { materialId: found.id, personId: speaker.personId }
    if (!(await db.studyRead.findUnique({ where: { materialId_personId: key } })))
      await change.create('StudyRead', { ...key, at: dateOf(now) })
    await context.say(copy.studied(speaker.name, found, await db.studyRead.count({ where: { materialId: found.id } })))
  },
})
