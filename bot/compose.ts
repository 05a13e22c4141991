import type { OutboxMessage } from '../prisma/generated/client.js'

/** The longest message a group is sent; longer ones go out in numbered parts. */
export const MESSAGE_CHARS = 600

interface Merge {
  key: string
  subject: string
  tail: string
}

/**
 * Makes one message of the rows that wait together for one recipient: rows of one merge key become one line naming all
 * their subjects, other rows follow as lines of their own. Takes as many leading rows as fit; at least one.
 */
export function compose(waiting: readonly OutboxMessage[]): { text: string; rows: OutboxMessage[] } {
  const rows: OutboxMessage[] = []
  let text = ''
  for (const row of waiting) {
    if (row.file !== null && rows.length > 0) break
    const longer = render([...rows, row])
    if (rows.length > 0 && longer.length > MESSAGE_CHARS) break
    rows.push(row)
    text = longer
    if (row.file !== null) break
  }
  return { text, rows }
}

function render(rows: readonly OutboxMessage[]): string {
  const lines: { merge: Merge | null; subjects: string[]; text: string }[] = []
  for (const row of rows) {
    const merge = row.merge as unknown as Merge | null
    const same = merge && lines.find((line) => line.merge?.key === merge.key)
    if (!same) lines.push({ merge, subjects: merge ? [merge.subject] : [], text: row.text })
    else {
      if (!same.subjects.includes(merge.subject)) same.subjects.push(merge.subject)
      same.merge = merge
    }
  }
  return lines
    .map(({ merge, subjects, text }) => (merge && subjects.length > 1 ? subjects.join('、') + merge.tail : text))
    .join('\n')
}

/** Cuts a long text at line or sentence ends into parts marked "(1/2)". */
export function parts(text: string): string[] {
  if (text.length <= MESSAGE_CHARS) return [text]
  const room = MESSAGE_CHARS - 8
  const pieces: string[] = []
  for (let rest = text; rest.length > 0; ) {
    if (rest.length <= room) {
      pieces.push(rest)
      break
    }
    const head = rest.slice(0, room)
    const at = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('。'), head.lastIndexOf('；'))
    const end = at > room / 2 ? at + 1 : wholeCharacters(head)
    pieces.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
  }
  return pieces.map((piece, index) => `${piece}（${index + 1}/${pieces.length}）`)
}

/** Never cuts a surrogate pair in two. */
function wholeCharacters(head: string): number {
  const last = head.charCodeAt(head.length - 1)
  return last >= 0xd800 && last <= 0xdbff ? head.length - 1 : head.length
}
