export type Answers = ReadonlyMap<number, boolean>

const YES = '是|参加|去|来|同意|确认|行|好|可以|已转告|对'
const NO = '不参加|不去|不来|不同意|不方便|不便|不行|不是|否|不|没有|没'
const ONE = new RegExp(`^(\\d{1,2})[.、:：)）]?(${NO}|${YES})`)
const ALL = new RegExp(`^(?:都|全|全部|全都|两件都|[2-9]件都)(${NO}|${YES})(?:的|了)?$`)
const ALONE = new RegExp(`^(${NO}|${YES})(?:的|了)?$`)

const isYes = (word: string): boolean => !new RegExp(`^(?:${NO})$`).test(word)

/**
 * "1是 2是", "1是2否", "都是", and 是 alone where only one thing is open. `open`: the numbers that wait for an answer.
 * Undefined when any part of the text is not explained, or a number was not asked.
 */
export function readAnswers(folded: string, open: readonly number[]): Answers | undefined {
  let rest = folded.replace(/[\s,，;；。!！]+/g, '')
  if (rest === '' || open.length === 0) return undefined
  const all = ALL.exec(rest)
  if (all) return new Map(open.map((no) => [no, isYes(all[1]!)]))
  const alone = ALONE.exec(rest)
  if (alone) return open.length === 1 ? new Map([[open[0]!, isYes(alone[1]!)]]) : undefined
  const answers = new Map<number, boolean>()
  while (rest !== '') {
    const match = ONE.exec(rest)
    const no = Number(match?.[1])
    if (!match || !open.includes(no) || answers.has(no)) return undefined
    answers.set(no, isYes(match[2]!))
    rest = rest.slice(match[0].length)
  }
  return answers
}
