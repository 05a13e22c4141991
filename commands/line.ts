import type { Folded } from '../station/text/fold.js'
import { stripPoliteness } from '../station/text/politeness.js'

/**
 * One message being read: folded for matching, raw for keeping. Arguments claim the part they understood; whatever nobody
 * claims decides whether the message was plainly a command.
 */
export class Line {
  #rest: string
  readonly #free: string[] = []
  #shaped = 0

  /** `head`: where the command's name stands. */
  constructor(
    readonly folded: Folded,
    head: readonly [from: number, to: number] = [0, 0],
  ) {
    this.#rest = folded.text
    this.#blank(...head)
  }

  /** The folded text with every claimed part blanked, so that positions stay what they are. */
  get rest(): string {
    return this.#rest
  }

  /** What nobody explained, without the courtesies at its end (谢谢, 哈, 😊). */
  get leftover(): string {
    return stripPoliteness(this.rest.trim())
      .replace(/[\s,，、。;；:：!！~]+/g, ' ')
      .trim()
  }

  /** What was taken as somebody's own words: it may be anything, so it proves nothing. */
  get free(): string {
    return this.#free.join(' ')
  }

  /** Whether any argument was known by its shape: a number, a date, one of a few words. */
  get isShaped(): boolean {
    return this.#shaped > 0
  }

  /** For what is known by its shape. */
  claim(from: number, to: number): void {
    this.#blank(from, to)
    this.#shaped++
  }

  /** For words that may be anything; answers with the writer's own characters. */
  take(from: number, to: number): string {
    this.#blank(from, to)
    this.#free.push(this.folded.text.slice(from, to).trim())
    return this.raw(from, to)
  }

  /** The same for a command that is there to hear whatever is said: its words are never weighed. */
  hear(from: number, to: number): string {
    this.#blank(from, to)
    return this.raw(from, to)
  }

  #blank(from: number, to: number) {
    if (from < to) this.#rest = this.#rest.slice(0, from) + ' '.repeat(to - from) + this.#rest.slice(to)
  }

  /** The writer's own characters for a span of the folded text. */
  raw(from: number, to: number): string {
    return this.folded.cut(from, to)
  }
}
