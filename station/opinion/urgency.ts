import { CATEGORIES } from './categories.js'
import { URGENT_EXAMPLES } from './examples/urgent.js'
import { examplesOf } from './examples.js'
import { type Base, type Memory, propose, trainBase } from './learner.js'
import { tellsOfPeril } from './peril.js'

export type Urgency = 'urgent' | 'ordinary'

/** Words that seldom stand in a matter that can wait. */
const WORDS =
  '断药 断粮 断水 断奶 没饭吃 没地方住 无家可归 没人照看 没人照顾 触电 漏电 起火 着火 冒烟 煤气味 煤气泄漏 燃气泄漏 泄漏 中毒 晕倒 昏倒 跳楼 轻生 想不开 走失 被困 困人 塌了 要塌 垮塌 透析 化疗 抢救 救命 大出血 抽搐 家暴 被打 上吐下泻 管涌 决堤 倒灌 呼吸机 制氧机 氧气瓶 联系不上'.split(
    ' ',
  )

/** Alarming somebody for nothing costs more than a proposal left out: a person may always say 急. */
const SURE_FROM = 0.6
/** Without any of those words: short texts are soon taken for what they are not. */
const WORDLESS_SURE_FROM = 0.85
/** Danger in so many words needs no likeness; only what people or the examples plainly call ordinary outweighs it. */
const PERIL_SURE_FROM = 0.1
/** Most matters are no alarm: the few examples of one count for more, and a part of all the others is enough. */
const WEIGHT = 3
const EVERY = 3

let base: Base | undefined

/** Matters that cannot wait beside a part of all the others. */
export const urgencyBase = (): Base => {
  base ??= trainBase(
    ['urgent', 'ordinary'],
    [
      ...CATEGORIES.flatMap(({ id }) => examplesOf(id))
        .filter((_, at) => at % EVERY === 0)
        .map((text) => ({ text, label: 'ordinary' })),
      ...Array.from({ length: WEIGHT }, () => [...WORDS, ...URGENT_EXAMPLES.trim().split('\n')])
        .flat()
        .map((text) => ({ text, label: 'urgent' })),
    ],
    WORDS,
  )
  return base
}

/** Does it sound like 急难愁盼? Only offered: 急 says so, 不急 says that it is not. */
export const soundsUrgent = (text: string, memory: readonly Memory[] = []): boolean => {
  const proposal = propose(urgencyBase(), text, memory)
  const urgent = proposal?.label === 'urgent' ? proposal.confidence : 1 - (proposal?.confidence ?? 1)
  if (tellsOfPeril(text)) return urgent >= PERIL_SURE_FROM
  const worded = WORDS.some((word) => text.includes(word))
  return urgent >= (worded ? SURE_FROM : WORDLESS_SURE_FROM)
}
