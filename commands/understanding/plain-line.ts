import { readCompanions } from '../../station/jielong/companions.js'
import { stripPoliteness } from '../../station/text/politeness.js'
import { formatReference, scanReferences } from '../../station/text/reference.js'
import {
  JOINS,
  JOINS_THE_ONE,
  LEAVES,
  LEAVES_THE_ONE,
  LOOKING,
  MAY_JOIN,
  MAY_NOT_JOIN,
  OPENINGS,
  WORDINGS,
} from './wordings.js'

export interface PlainLine {
  line: string
  /** Only commands that change nothing may be meant: the line asks or wants to look. */
  looking: boolean
  sure: boolean
}

/** Longer than that, somebody is telling something. */
const MOST_CHARS = 60
const ADDRESSED = /^(?:联络站)?小?助手[,:、 ]+/
const MARKS = /[\s,、;:。]+/g
const BETWEEN = /(?<=H\d+)[和跟与及](?=H\d)/g
const GLUED = /(H\d{1,8})(?=H\d)/gi
const HASH = /(^|\D)#(\d{1,8})(?!\d)/g

/**
 * Plainer lines that a wording may mean, likeliest first; none for chat. Every rule explains the whole line, so nothing is
 * read out of a sentence. Takes folded text.
 */
export function plainLines(folded: string): PlainLine[] {
  if (folded.length > MOST_CHARS || folded.includes('\n')) return []
  const asking = /\?$/.test(folded)
  const said = stripPoliteness(folded.replace(/\?+$/, '').replace(ADDRESSED, '')).replace(HASH, '$1H$2')
  const { text, numbers } = numbered(said.replace(GLUED, '$1 '))
  const closed = text.replace(MARKS, '').replace(BETWEEN, '')
  const lines: PlainLine[] = []
  if (!asking) lines.push(...ofOneself(closed, numbers))
  for (const { says, means, unsure } of WORDINGS)
    if (says.test(closed))
      lines.push({ line: closed.replace(says, means), looking: asking, sure: unsure === undefined })
  const looked = text
    .trim()
    .replace(LOOKING, '')
    .replace(/(H\d+|Y\d+)\s*的/, '$1 ')
  lines.push({ line: looked, looking: true, sure: true })
  // 李强：报名 H1 tells what somebody else said
  const told = folded.includes(':')
  return lines.filter(({ line, sure }) => line.trim() !== '' && line !== folded && (sure || !told))
}

/** The line with every number in its plainest form. */
function numbered(text: string): { text: string; numbers: string[] } {
  const numbers: string[] = []
  let out = ''
  let at = 0
  for (const reference of scanReferences(text)) {
    const plain = formatReference(reference)
    out += `${text.slice(at, reference.span[0])} ${plain} `
    numbers.push(plain)
    at = reference.span[1]
  }
  return { text: out + text.slice(at), numbers }
}

/** A plain yes or no of the speaker to the numbers named, or to the only open one. */
function ofOneself(closed: string, numbers: readonly string[]): PlainLine[] {
  if (numbers.some((number) => !number.startsWith('H'))) return []
  const longestFirst = [...numbers].sort((one, other) => other.length - one.length)
  const said = longestFirst.reduce((rest, number) => rest.replace(number, ''), closed.replace('携带', '带'))
  const companions = said === '+1' ? null : readCompanions(said)
  const words = companions ? said.slice(0, companions.span[0]) + said.slice(companions.span[1]) : said
  const brought = companions ? ` 带${companions.companions}人` : ''
  const about = numbers.join(' ')
  const joins = numbers.length > 0 ? JOINS : JOINS_THE_ONE
  const leaves = numbers.length > 0 ? LEAVES : LEAVES_THE_ONE
  if (joins.test(words)) return [{ line: `报名 ${about}${brought}`, looking: false, sure: true }]
  if (numbers.length > 0 && words.length <= 8 && MAY_JOIN.test(words) && !MAY_NOT_JOIN.test(words))
    return [{ line: `报名 ${about}${brought}`, looking: false, sure: false }]
  return leaves.test(words) && !companions ? [{ line: `退出 ${about}`, looking: false, sure: true }] : []
}

/** A line that opens with another word for a command; the rest is the writer's own. */
export function plainOpening(raw: string): string | undefined {
  const opening = OPENINGS.find(([opens]) => opens.test(raw))
  return opening && raw.replace(opening[0], opening[1])
}
