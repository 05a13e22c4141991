import type { Role } from '../station/roles.js'
import type { Argument, Values } from './arguments.js'
import type { AnswerHandler, CommandContext } from './context.js'

type Arguments = Record<string, Argument<unknown>>

/** One command, declared: help, permissions, offers, errors and the manual all come from this object. */
export interface Command {
  name: string
  aliases: readonly string[]
  /** One line for the help, ≤ 20 characters. */
  summary: string
  /** In the order in which they take their part of the line. */
  args: Arguments
  who: readonly Role[]
  where: readonly ('group' | 'private')[]
  /** It may be said in a group that belongs to no station yet. */
  unboundGroups?: boolean
  /** false: it only reads, so repeating it is harmless. */
  changes: boolean
  examples: readonly [string, ...string[]]
  /**
   * A name of one or two characters that is no everyday word (报名 is, 退办 is not): alone in a group it is answered with what
   * is missing. Without this only a longer name is, or one said to the bot.
   */
  asksAlone?: boolean
  /** Of one's own part in an activity: a guest may name the station whose number it is. */
  guests?: true
  /** Its name alone, however long, is everyday talk (不同意): silence, not a question for the rest. */
  silentAlone?: boolean
  /** A number of this letter standing alone ("Y17") means this command. */
  shows?: string
  /** What may follow that number without a verb (L1 第12条 …). */
  follows?: RegExp
  /** What stretch of time it is about may stand before its name (本月小结, 去年四季度总结), if nothing else does. */
  periodFirst?: true
  /** It speaks of a whole district: somebody of several stations need not say which one it is asked from. */
  acrossStations?: true
  /**
   * It keeps what people say: refused where the message, the group or the topic is not to be recorded. `words`: only when
   * there are any; its number alone just shows.
   */
  records?: true | 'words'
  /**
   * What may be in the words it is told. `sealed`: it gets them as they were said, because it seals them. `residents`: not
   * even a house number is kept. Otherwise personal numbers are taken out and the doors of venues stay.
   */
  words?: 'sealed' | 'residents'
  run(context: CommandContext, values: Record<string, unknown>): Promise<void>
  answers: Readonly<Record<string, AnswerHandler>>
}

interface Declaration<A extends Arguments> {
  name: string
  aliases?: readonly string[]
  summary: string
  args?: A
  who: readonly Role[]
  where?: readonly ('group' | 'private')[]
  unboundGroups?: boolean
  changes: boolean
  examples: readonly [string, ...string[]]
  shows?: string
  asksAlone?: boolean
  silentAlone?: boolean
  guests?: true
  follows?: RegExp
  periodFirst?: true
  acrossStations?: true
  records?: true | 'words'
  words?: 'sealed' | 'residents'
  run(context: CommandContext, values: Values<A>): Promise<void>
  answers?: Readonly<Record<string, AnswerHandler>>
}

// biome-ignore lint/complexity/noBannedTypes: a command without arguments takes an empty object
export function command<A extends Arguments = {}>(declared: Declaration<A>): Command {
  const { run } = declared
  return {
    aliases: [],
    where: ['group', 'private'],
    answers: {},
    ...declared,
    args: declared.args ?? {},
    run: (context, values) => run(context, values as Values<A>),
  }
}
