import type { Role } from '../../station/roles.js'
import { foldWithMap } from '../../station/text/fold.js'
import { type Argument, word } from '../arguments.js'
import { type Command, command } from '../command.js'
import type { CommandContext } from '../context.js'
import { rolesAt } from '../people/standing.js'
import { readLine } from '../read.js'
import { copy } from './copy.js'
import { personNamed } from './find.js'
import { confirmDutyCommand, coverCommand, dutyLeaveCommand, seekCoverCommand } from './own.js'
import { signInCommand } from './reception.js'
import { agreeSwapCommand, declineSwapCommand, swapCommand } from './swap.js'
import { threeWaySwapCommand } from './three-way-swap.js'

const ACTING: readonly Role[] = ['liaison', 'head', 'district']

/** What may be done for somebody who cannot be reached: their own duties, nothing else. */
const FOR_OTHERS: readonly Command[] = [
  dutyLeaveCommand,
  confirmDutyCommand,
  signInCommand,
  coverCommand,
  seekCoverCommand,
  swapCommand,
  threeWaySwapCommand,
  agreeSwapCommand,
  declineSwapCommand,
]

/** The rest of the line from the verb on: 请假 D7 住院. */
const deed: Argument<string> = {
  label: '要办的事',
  example: '请假 D7 住院',
  take(line) {
    const starts = FOR_OTHERS.flatMap(({ name, aliases }) => [name, ...aliases])
      .map((verb) => line.rest.indexOf(` ${verb}`))
      .filter((at) => at >= 0)
    if (starts.length === 0) return { missing: true }
    const [from, to] = [Math.min(...starts) + 1, line.rest.trimEnd().length]
    line.claim(from, to)
    return { value: line.raw(from, to) }
  },
}

/** 代办 张敏 请假 D7 住院: for somebody absent. The records name both, and the deputy is told. */
export const onBehalfCommand = command({
  name: '代办',
  aliases: ['代'],
  summary: '替不便的代表办请假、换班',
  args: { deed, person: word('姓名', '张敏') },
  who: ACTING,
  changes: true,
  examples: ['代办 张敏 请假 D7 住院'],
  async run(context, { deed: line, person: name }) {
    const { db, station, speaker, now, say } = context
    const person = await personNamed(db, station.id, name)
    if (!person) return say(copy.noSuchPerson(name))
    const reading = readLine(foldWithMap(line), FOR_OTHERS, { now })
    if (reading.kind !== 'command') return say(copy.behalfHelp)
    const acting: CommandContext = {
      ...context,
      actorId: speaker.personId,
      speaker: {
        personId: person.id,
        name: person.name,
        level: null,
        roles: await rolesAt(db, person.id, station, now),
      },
      say: (text, options) => say(copy.onBehalf(person.name, speaker.name, text), options),
    }
    await reading.command.run(acting, reading.values)
  },
})
