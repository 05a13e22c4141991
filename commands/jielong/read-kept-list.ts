import type { JielongList } from '../../station/jielong/list.js'
import { readJielong } from '../../station/jielong/xml.js'
import { keptWords } from '../../station/privacy/numbers.js'

/** A chain sign-up as it may be kept and posted back: people write their phones behind their names. */
export function readKeptList(raw: string): JielongList | null {
  const list = readJielong(raw)
  if (!list) return null
  const { title, header, example, tail, rows } = list
  return {
    ...list,
    title: keptWords(title),
    header: keptWords(header),
    example: example === null ? null : keptWords(example),
    tail: keptWords(tail),
    rows: rows.map((row) => ({ ...row, text: keptWords(row.text), lines: row.lines.map(keptWords) })),
  }
}
