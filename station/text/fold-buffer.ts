const SPACE = 0x20
const NEWLINE = 0x0a

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39

/**
 * The folded text while it is being written. With spans, every folded unit remembers which stretch of the original it
 * came from. Invariants: never two blanks in a row, none at either end or beside a line end.
 */
export class FoldBuffer {
  text = ''
  /** Start and end in the original of each folded unit; empty when no map was asked for. */
  readonly starts: number[] = []
  readonly ends: number[] = []
  private blankStart = -1
  private blankEnd = 0
  private afterEnumerator = false
  /** Last unit written; looking it up in a string under construction would copy that string each time. */
  private last = 0

  constructor(
    private readonly raw: string,
    private readonly mapped: boolean,
  ) {}

  /** Copies a stretch of the original that needs no change. */
  keep(start: number, end: number): void {
    if (start >= end) return
    this.writeBlank()
    this.part(this.raw.charCodeAt(start), false, start)
    this.text += this.raw.slice(start, end)
    this.last = this.raw.charCodeAt(end - 1)
    if (this.mapped) for (let i = start; i < end; i++) this.note(1, i, i + 1)
    this.afterEnumerator = false
  }

  put(folded: string, start: number, end: number, enumerator: boolean): void {
    this.writeBlank()
    this.part(folded.charCodeAt(0), enumerator, start)
    this.text += folded
    this.last = folded.charCodeAt(folded.length - 1)
    this.note(folded.length, start, end)
    this.afterEnumerator = enumerator
  }

  blank(start: number, end: number): void {
    if (this.blankStart < 0) this.blankStart = start
    this.blankEnd = end
  }

  newline(start: number, end: number): void {
    this.blankStart = -1
    this.afterEnumerator = false
    if (this.text === '') return
    this.text += '\n'
    this.last = NEWLINE
    this.note(1, start, end)
  }

  finish(): string {
    let end = this.text.length
    while (end > 0 && this.text.charCodeAt(end - 1) === NEWLINE) end--
    return this.text.slice(0, end)
  }

  private writeBlank(): void {
    if (this.blankStart < 0) return
    if (this.text !== '' && this.last !== NEWLINE) {
      this.text += ' '
      this.last = SPACE
      this.note(1, this.blankStart, this.blankEnd)
    }
    this.blankStart = -1
  }

  /** An enumerator's digits and the digits beside it are two numbers. */
  private part(nextUnit: number, nextIsEnumerator: boolean, at: number): void {
    if (!nextIsEnumerator && !this.afterEnumerator) return
    if (isDigit(nextUnit) && isDigit(this.last)) {
      this.text += ' '
      this.note(1, at, at)
    }
  }

  private note(count: number, start: number, end: number): void {
    if (!this.mapped) return
    for (let i = 0; i < count; i++) {
      this.starts.push(start)
      this.ends.push(end)
    }
  }
}
