import { foldWithMap } from '../../station/text/fold.js'
import { loadSound } from '../../station/text/sound.js'
import { type HeadIndex, headIndex, nearestHeads } from '../../station/text/typo.js'
import type { ReadAt } from '../arguments.js'
import type { Command } from '../command.js'
import { readLine } from '../read.js'

const indexes = new WeakMap<readonly Command[], Promise<HeadIndex>>()

/** The names of the commands with their sounds: made at the first word that may be mistyped, then kept. */
export function headIndexOf(commands: readonly Command[]): Promise<HeadIndex> {
  let index = indexes.get(commands)
  if (!index) {
    index = loadSound().then((sound) =>
      headIndex(
        // +1 is one key away from anything short: -1, 41, +2
        commands.flatMap(({ name, aliases }) => [name, ...aliases]).filter((head) => /\p{Script=Han}/u.test(head)),
        sound,
      ),
    )
    indexes.set(commands, index)
  }
  return index
}

/** A word and what follows it, if that begins like an argument: chat goes on in the same breath. */
const WORD_AND_REST = /^(\S{2,12}?)(\s.*|[a-z]?\d.*)?$/i

/**
 * The line a mistyped one probably meant, for offering: its first word sounds or is spelled like a command, and with that
 * command in its place the whole line reads. Nothing when two commands are equally near.
 */
export function likelyLine(
  folded: string,
  commands: readonly Command[],
  index: HeadIndex,
  at: ReadAt,
): string | undefined {
  const match = WORD_AND_REST.exec(folded)
  if (!match) return undefined
  const [, word, rest = ''] = match
  const lines = nearestHeads(word!, index)
    .map(({ head }) => `${head}${rest}`)
    .filter((line) => readLine(foldWithMap(line), commands, at).kind === 'command')
  return lines.length === 1 ? lines[0] : undefined
}
