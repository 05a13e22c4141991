import type { Folded } from '../station/text/fold.js'
import { stripPoliteness } from '../station/text/politeness.js'

/**
 * One message being read: folded for matching, raw for keeping. Arguments claim the part they understood; whatever nobody
 * claims decides whether the message was plainly a command.
 */
export class Line {
  readonly #claimed: boolean[]

  constructor(readonly folded: Folded) {
    this.#claimed = new Array(folded.text.length).fill(false)
  }

  /** The folded text with every claimed part blanked, so that positions stay what they are. */
  get rest(): string {
    const { text } = this.folded
    if (!this.#claimed.includes(true)) return text
    let out = ''
    for (let i = 0; i < text.length; i++) out += this.#claimed[i] ? ' ' : text[i]
    return out
  }

  /** What nobody explained, without the courtesies at its end (谢谢, 哈, 😊). */
  get leftover(): string {
    return stripPoliteness(this.rest.trim())
      .replace(/[\s,，、。;；:：!！~]+/g, ' ')
      .trim()
  }

  claim(from: number, to: number): void {
    this.#claimed.fill(true, from, to)
  }

  /** The writer's own characters for a span of the folded text. */
  raw(from: number, to: number): string {
    return this.folded.cut(from, to)
  }
}
