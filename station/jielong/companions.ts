import { NUMERAL_CHARS, parseNumeral } from '../text/numerals.js'

export interface Companions {
  /** Persons besides the one who signs up. */
  readonly companions: number
  readonly span: readonly [start: number, end: number]
}

const COUNT = `([0-9]{1,2}|[${NUMERAL_CHARS}]{1,3})`
const KIN = '(?:家属|家人|孩子|小孩|同事|朋友|老公|老婆|爱人|学生|父母|随员|司机)'

/** How people say how many come; `self`: whether the number counts the person too. */
const FORMS: readonly { pattern: RegExp; self: boolean; fallback: number | null }[] = [
  { pattern: new RegExp(`\\+ ?${COUNT} ?(?:人|位|名|个)?(?:人)?`), self: false, fallback: null },
  { pattern: new RegExp(`(?:一共|共|合计|总共|一家) ?${COUNT} ?(?:人|位|名|口)`), self: true, fallback: null },
  { pattern: new RegExp(`[x×*] ?${COUNT}$`), self: true, fallback: null },
  { pattern: new RegExp(`(?:带|携) ?${COUNT} ?(?:个|位|名|人)?(?:人|${KIN})?`), self: false, fallback: null },
  { pattern: new RegExp(`(?:带|携)${KIN} ?(?:${COUNT} ?(?:人|位|名|个))?`), self: false, fallback: 1 },
]

/**
 * "+1", "+2（带家属）", "带2人", "共3人" in a row that names somebody, or null. In a message without a name "+1" means the
 * writer alone: that is the command's to know.
 */
export const readCompanions = (folded: string): Companions | null => {
  for (const { pattern, self, fallback } of FORMS) {
    const match = pattern.exec(folded)
    if (match === null) continue
    const said = match[1] === undefined ? fallback : parseNumeral(match[1])
    if (said === null || (self && said < 1)) continue
    return { companions: self ? said - 1 : said, span: [match.index, match.index + match[0].length] }
  }
  return null
}
