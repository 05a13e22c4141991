import type { ChatLine } from '../../../station/extract/chat-line.js'
import { parseMoment } from '../../../station/time/civil.js'

/** "09:01 李强 各位早" per message; other lines continue the message above. Ids are "1", "2", … */
export const chatScript = (day: string, script: string): ChatLine[] => {
  const lines: ChatLine[] = []
  for (const row of script.trim().split('\n')) {
    const match = /^\s*(\d\d:\d\d) (\S+) (.*)$/u.exec(row)
    const last = lines.at(-1)
    if (match !== null) {
      lines.push({
        id: String(lines.length + 1),
        at: parseMoment(`${day} ${match[1]}`),
        speaker: match[2]!,
        text: match[3]!,
      })
    } else if (last !== undefined) {
      last.text += `\n${row.trim()}`
    }
  }
  return lines
}
