/**
 * Words of the 政协 that a deputy does not use: 人大代表 hand in 议案 or 建议, are 代表 and belong to a 代表团. Talk about the
 * 政协 is everyday talk; only who plainly wants to hand one in, or asks for a list by that word, is told the right one.
 */
export type WrongTerm = '提案' | '委员' | '界别'

const MINE = '(?:我|我们|咱|咱们)?(?:这边|自己)?(?:也|都)?'
const WISH = '(?:想|要|想要|准备|打算|需要|希望)?(?:再|先)?'
const HAND_IN = '(?:交|提|提交|递交|写|起草|撰写|报|上报)(?:上)?'
const ONE = '(?:一)?(?:个|件|份|条)?'

const SUBMITS: readonly RegExp[] = [
  // 我想交个提案; 提交提案: 关于……
  new RegExp(`^${MINE}${WISH}${HAND_IN}${ONE}(?:关于.{1,30}的)?提案(?:[:：].*)?$`),
  // 怎么交提案, 提案怎么提
  new RegExp(`^(?:我|请问)?(?:该|要|应该)?(?:怎么|如何|在哪|去哪)(?:里|儿)?${HAND_IN}提案$`),
  new RegExp(`^(?:我的|我们的)?提案(?:该|要|应该)?(?:怎么|如何|在哪)(?:里|儿)?${HAND_IN}$`),
]
const LISTS: Readonly<Record<'委员' | '界别', RegExp>> = {
  委员: /^(?:看|查|查看)?(?:本站|全站|我们站)?(?:的)?委员(?:名单|名册|列表|人数|统计)$/,
  界别: /^(?:看|查|查看)?(?:(?:我|本站|全站)(?:的)?|按)?界别(?:名单|列表|统计|分组|分布|有哪些|是什么)?$/,
}

/** The wrong word of a line that plainly asks for something by it; null for every other line. */
export function wrongTermIn(folded: string): WrongTerm | null {
  if (/政协/.test(folded)) return null
  const line = folded.replace(/[\s,，]/g, '').replace(/(?:吗|呢|呀|啊|吧|了)?[?？!！。.~]*$/, '')
  if (SUBMITS.some((pattern) => pattern.test(line)) && line !== '提案') return '提案'
  if (LISTS.委员.test(line)) return '委员'
  return LISTS.界别.test(line) && line !== '界别' ? '界别' : null
}
