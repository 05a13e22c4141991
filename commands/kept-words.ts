import { keptWords, withoutNumbers } from '../station/privacy/numbers.js'
import type { Command } from './command.js'
import type { AnswerHandler } from './context.js'

/**
 * What somebody says to a command is written down by many of them, in many columns. None of them gets to see a personal
 * number of anybody: here is the one place where the words of a line, and of an answer, lose them. A command that seals what
 * it is told (`words: 'sealed'`) gets the words themselves.
 */
export const keepsNoNumbers = (command: Command): Command => {
  const clean = CLEANERS[command.words ?? 'plain']
  if (!clean) return command
  return {
    ...command,
    run: (context, values) => command.run(context, cleaned(values, clean)),
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
  run: (context, payload, value) => handler.run(context, payload, cleaned(value, clean)),
})

/** Every text in a value as arguments and answers give it; dates and the like are left alone. */
function cleaned<V>(value: V, clean: Clean): V {
  if (typeof value === 'string') return clean(value) as V
  if (Array.isArray(value)) return value.map((one) => cleaned(one, clean)) as V
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one, clean)])) as V
}
