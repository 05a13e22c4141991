/** The native 接龙 as plain text: header, blank line, numbered rows, blank line, tail. */

const TAG = /^#(接龙|Group Note)/
const ROW = /^(\d{1,3})\s*[.．、]\s*(.*)$/

export const isChain = (text) => TAG.test(text.trimStart())

/** `{ header, rows, tail }`; the header without its tag. */
export function readChain(text) {
  const lines = text.replace(TAG, '').replace(/^\n/, '').split('\n')
  const first = lines.findIndex((line) => ROW.test(line))
  if (first < 0) return { header: text.replace(TAG, '').trim(), rows: [], tail: '' }
  const rows = []
  let at = first
  for (; at < lines.length && lines[at].trim() !== ''; at += 1) {
    const row = ROW.exec(lines[at])
    if (row) rows.push(row[2])
    else rows[rows.length - 1] += `\n${lines[at]}`
  }
  return { header: lines.slice(0, first).join('\n').trim(), rows, tail: lines.slice(at).join('\n').trim() }
}

export function writeChain({ header, rows, tail }) {
  const numbered = rows.map((row, index) => `${index + 1}. ${row}`)
  return [`#接龙`, header, '', ...numbered, ...(tail ? ['', tail] : [])].join('\n')
}
