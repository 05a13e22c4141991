import { readFileSync } from 'node:fs'

/** Fields of one CSV text: quotes doubled inside quoted fields, line breaks allowed there. */
const csvRows = (text: string): string[][] => {
  const rows: string[][] = [[]]
  const field = /"((?:[^"]|"")*)"|([^,\r\n]*)/gy
  let at = 0
  while (at < text.length) {
    field.lastIndex = at
    const match = field.exec(text)!
    rows.at(-1)!.push(match[1] === undefined ? match[2]! : match[1].replaceAll('""', '"'))
    at = field.lastIndex
    if (text[at] === ',') at++
    else {
      while (text[at] === '\r' || text[at] === '\n') at++
      if (at < text.length) rows.push([])
    }
  }
  return rows
}

/** The 35 prompts of robustness/giskard_prompt_injections.csv. */
export const injections = (): string[] => {
  const [header, ...rows] = csvRows(readFileSync(new URL('robustness/giskard_prompt_injections.csv', import.meta.url), 'utf8'))
  const column = header!.indexOf('prompt')
  return rows.map((row) => row[column]!)
}
