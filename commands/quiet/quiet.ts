import { MEMBERS } from '../../station/roles.js'
import { readQuietSpan } from '../../station/time/quiet-span.js'
import { type Argument, oneOf, optional } from '../arguments.js'
import { command } from '../command.js'
import { copy } from './copy.js'

/** 免打扰 22:00–7:30: a person's own quiet hours, besides the station's. */
export const quietCommand = command({
  name: '免打扰',
  aliases: ['勿扰', '勿打扰', '别打扰我'],
  summary: '设自己的免打扰时段',
  args: { off: optional(oneOf('关', { 关闭: true, 取消: true, 关掉: true, 关: true })), hours: optional(hours()) },
  who: MEMBERS,
  changes: true,
  examples: ['免打扰 22:00-7:30', '免打扰 12点到14点', '免打扰 关'],
  async run({ db, change, speaker, settings, say }, said) {
    const station = { from: settings.quietFrom, until: settings.quietUntil }
    const { personId, name } = speaker
    const kept = await db.personQuiet.findUnique({ where: { personId } })
    if (said.off) {
      if (kept?.on) await change.update('PersonQuiet', kept.id, { on: false })
      return say(copy.off(name, station))
    }
    if (!said.hours) return say(copy.state(name, kept?.on ? kept : null, station))
    if (kept) await change.update('PersonQuiet', kept.id, { ...said.hours, on: true })
    else await change.create('PersonQuiet', { personId, ...said.hours, on: true })
    await say(copy.set(name, said.hours, station))
  },
})

function hours(): Argument<{ from: string; until: string }> {
  return {
    label: '时段',
    example: '22:00-7:30',
    take(line, { now }) {
      const { rest } = line
      const from = rest.search(/\S/)
      const span = from < 0 ? undefined : readQuietSpan(rest.slice(from).trimEnd(), now)
      if (!span) return { missing: true }
      line.claim(from, rest.trimEnd().length)
      return { value: span }
    },
  }
}
