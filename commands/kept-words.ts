import { keptWords, withoutNumbers } from '../station/privacy/numbers.js'
import { perhapsKnown, withoutResidents } from '../station/privacy/spoken-residents.js'
import type { Command } from './command.js'
import type { AnswerHandler, CommandContext } from './context.js'

/**
 * What somebody says to a command is written down by many of them, in many columns. None of them gets to see a personal
 * number of anybody, nor the name of a resident: here is the one place where the words of a line, and of an answer, lose them.
 * A command that seals what it is told (`words: 'sealed'`) gets the words themselves.
 */
export const keepsNoNumbers = (command: Command): Command => {
  const clean = CLEANERS[command.words ?? 'plain']
  if (!clean) return command
  return {
    ...command,
    run: async (context, values) => command.run(...(await nameless(context, cleaned(values, clean)))),
    answers: Object.fromEntries(
      Object.entries(command.answers).map(([kind, handler]) => [kind, heard(handler, clean)]),
    ),
  }
}

type Clean = (text: string) => string

const CLEANERS: Readonly<Record<'plain' | 'residents' | 'sealed', Clean | null>> = {
  plain: keptWords,
  residents: withoutNumbers,
  sealed: null,
}

const heard = (handler: AnswerHandler, clean: Clean): AnswerHandler => ({
  ...handler,
  run: async (context, payload, value) => {
    const [hearing, words] = await nameless(context, cleaned(value, clean))
    await handler.run(hearing, payload, words)
  },
})

/**
 * The same without residents' names. The stations' own people keep theirs, whatever stands beside them: they are asked for
 * only where somebody is spoken of as a resident, which is seldom.
 */
async function nameless<V>(context: CommandContext, values: V): Promise<[CommandContext, V]> {
  const suspects = [context.message.raw, ...textsIn(values)].flatMap(perhapsKnown)
  if (suspects.length === 0) return [context, values]
  const known = await context.db.person.findMany({
    where: { name: { in: [...new Set(suspects)] } },
    select: { name: true },
  })
  const names = known.map(({ name }) => name)
  const clean: Clean = (text) => withoutResidents(text, names)
  const { message } = context
  return [{ ...context, message: { ...message, kept: clean(message.kept) } }, cleaned(values, clean)]
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return isPlain(value) ? Object.values(value).flatMap(textsIn) : []
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype

/** Every text in a value as arguments and answers give it; dates and the like are left alone. */
function cleaned<V>(value: V, clean: Clean): V {
  if (typeof value === 'string') return clean(value) as V
  if (Array.isArray(value)) return value.map((one) => cleaned(one, clean)) as V
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one, clean)])) as V
}
