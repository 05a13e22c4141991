import type { Role } from '../../station/roles.js'
import { type Span, spanIn, yearSpan } from '../../station/statistics/span.js'
import { type Argument, optional } from '../arguments.js'
import { type Command, command } from '../command.js'
import type { CommandContext } from '../context.js'
import { copy } from './copy.js'

/** One figure of the books: what it is called, the rows it is counted from, and the sentence that tells it. */
interface Statistic<F> {
  /** "发起统计"; every spelling with a blank is an alias. */
  name: string
  aliases?: readonly string[]
  summary: string
  examples: readonly [string, ...string[]]
  who: readonly Role[]
  /** Counted over the stations of a district: told privately, wherever it was asked. */
  acrossStations?: true
  /** Its name alone is an everyday word: only with a span is it asked for. */
  spanNeeded?: true
  load(context: CommandContext, span: Span): Promise<F>
  say(facts: F, span: Span): string
}

/** 今年, 一季度, 3月. */
export function spanSaid(): Argument<Span> {
  return {
    label: '时段',
    example: '今年',
    take(line, { now }) {
      const found = spanIn(line.rest, now)
      if (!found) return { missing: true }
      line.claim(...found.at)
      return { value: found.span }
    },
  }
}

/** Every statistic reads rows and says one sentence: the table of them is data, this is the only code. */
export function statistic<F>({ load, say, spanNeeded, ...declared }: Statistic<F>): Command {
  return command({
    ...declared,
    args: { span: spanNeeded ? spanSaid() : optional(spanSaid()) },
    silentAlone: true,
    changes: false,
    async run(context, { span = yearSpan(context.now) }) {
      const text = say(await load(context, span), span)
      if (!declared.acrossStations || context.roomId === null) return context.say(text)
      await context.tell(context.speaker.personId, text, { urgent: true })
      await context.say(copy.toldPrivately)
    },
  })
}
