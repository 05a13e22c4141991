import { LEVELS } from '../../station/people/levels.js'
import { dateOf } from '../../station/time/civil.js'
import { type Argument, oneOf, optional } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { endRoles } from './end-roles.js'
import { copy } from './new-term-copy.js'
import { ROSTER_KEEPERS } from './register.js'
import { DEPUTY_KINDS, membersOf } from './roster.js'
import { READERS } from './stations.js'

const OPEN_MINUTES = 60

function term(): Argument<string> {
  return {
    label: '届次',
    example: '第十九届',
    take(line) {
      const match = /第[一二三四五六七八九十百\d]{1,4}届/.exec(line.rest)
      if (!match) return { missing: true }
      line.claim(match.index, match.index + match[0].length)
      return { value: match[0] }
    },
  }
}

const leaving = async (context: CommandContext, level: string) =>
  (await membersOf(context)).filter(({ kind, person }) => DEPUTY_KINDS.includes(kind) && person.level === level)

export const newTermCommand = command({
  name: '换届',
  summary: '一级代表换届：归档，不删除',
  args: { term: term(), level: oneOf('级别', Object.fromEntries(LEVELS.map((level) => [level, level]))) },
  who: ROSTER_KEEPERS,
  changes: true,
  silentAlone: true,
  examples: ['换届 区 第十九届'],
  async run(context, { term: next, level }) {
    const members = await leaving(context, level)
    if (members.length === 0) return context.say(copy.nobody(level))
    const old = members.find(({ person }) => person.term)?.person.term ?? '上一届'
    await context.ask({
      kind: 'new-term',
      payload: { level, next, old },
      text: copy.confirm(level, next, members.length, old),
      openMinutes: OPEN_MINUTES,
    })
  },
  answers: {
    'new-term': {
      accepts: (folded) => (/^确认换届$/.test(folded) ? true : /^(?:放弃|不)换届$/.test(folded) ? false : undefined),
      async run(context, payload, yes) {
        if (!yes) return context.say(copy.given)
        const { level, next, old } = payload as { level: string; next: string; old: string }
        await archive(context, level, next, old)
      },
    },
  },
})

/** Membership and every role end now; what they were is written down before. The persons and all they did stay. */
async function archive(context: CommandContext, level: string, next: string, old: string) {
  const { change, now, station, say } = context
  const members = await leaving(context, level)
  const until = dateOf(now)
  let ended = 0
  for (const { id, personId, person, kind, since } of members) {
    const roles = await endRoles(context, personId)
    ended += roles.length
    await change.create('ServedTerm', {
      stationId: station.id,
      personId,
      name: person.name,
      level: person.level,
      term: person.term ?? old,
      kind,
      roles,
      since,
      until,
    })
    await change.update('Membership', id, { until })
    await change.update('Person', personId, { term: null })
  }
  await say(copy.done(level, members.length, ended, next))
}

export const pastTermsCommand = command({
  name: '历届',
  summary: '看归档的届次和代表',
  args: { term: optional(term()) },
  who: READERS,
  changes: false,
  silentAlone: true,
  examples: ['历届', '历届 第十八届'],
  async run({ db, station, say }, { term: wanted }) {
    const rows = await db.servedTerm.findMany({
      where: { stationId: station.id, ...(wanted && { term: wanted }) },
      orderBy: { id: 'asc' },
    })
    if (wanted)
      return say(
        copy.ofTerm(
          wanted,
          rows.map(({ name }) => name),
        ),
      )
    const groups = new Map<string, { term: string; level: string | null; count: number }>()
    for (const row of rows) {
      const key = `${row.term}|${row.level}`
      const group = groups.get(key) ?? { term: row.term, level: row.level, count: 0 }
      groups.set(key, { ...group, count: group.count + 1 })
    }
    await say(copy.past([...groups.values()]))
  },
})
