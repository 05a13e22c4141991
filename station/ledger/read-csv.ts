/** A comma-separated table (RFC 4180): quotes may hold commas, line breaks and doubled quotes. Tabs separate as well. */
export const readCsv = (source: string): string[][] => {
  const text = source.replace(/^\ufeff/, '')
  const separator = text.split('\n', 1)[0]?.includes('\t') ? '\t' : ','
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = (): void => {
    row.push(cell)
    cell = ''
  }
  const endRow = (): void => {
    endCell()
    if (row.some((value) => value.trim() !== '')) rows.push(row)
    row = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!
    if (quoted && char === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (char === '"' && (quoted || cell === '')) quoted = !quoted
    else if (!quoted && char === separator) endCell()
    else if (!quoted && char === '\n') endRow()
    else if (char !== '\r' || quoted) cell += char
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}
