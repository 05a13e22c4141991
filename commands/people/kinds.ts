import { dateOf } from '../../station/time/civil.js'
import { lastMoment } from '../activity/moment-of.js'
import { optional, whenAfter } from '../arguments.js'
import { command } from '../command.js'
import { fullName } from './arguments.js'
import { copy } from './copy.js'
import { ROSTER_KEEPERS } from './register.js'
import { rosterEntry } from './roster.js'

/** How somebody belongs to a station, with the word that sets it. 联系 alone is what people do with each other. */
const KINDS = [
  { name: '特邀', kind: '特邀', aliases: ['设特邀'] },
  { name: '转驻站', kind: '驻站', aliases: ['驻站'] },
  { name: '设联系', kind: '联系', aliases: ['转联系'] },
]

export const kindCommands = KINDS.map(({ name, kind, aliases }) =>
  command({
    name,
    aliases,
    summary: `把代表设为${kind}代表，可设期限`,
    args: { until: optional(whenAfter('到', '到哪天')), who: fullName('赵磊') },
    who: ROSTER_KEEPERS,
    changes: true,
    examples: [`${name} 赵磊 到 2027年12月31日`, `${name} 赵磊`],
    async run(context, { who, until }) {
      const { change, now, say } = context
      const last = until && lastMoment(until)
      if (until && !last) return say(copy.unreadableDate)
      const end = last ? dateOf(last.add({ days: 1 }).startOfDay()) : null
      if (end && end <= dateOf(now)) return say(copy.ended)
      const entry = await rosterEntry(context, who)
      if (!entry) return say(copy.notOnRoster(who))
      await change.update('Membership', entry.id, { kind, until: end })
      await say(copy.kindSet(who, kind, end))
    },
  }),
)
