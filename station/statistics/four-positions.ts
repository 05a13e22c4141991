/** 四个定位: under which of the four headings of the yearly report a kind of activity belongs. */
export const POSITIONS = ['宣传法治的阵地', '联系群众的桥梁', '民主协商的平台', '人大工作的窗口'] as const

export type Position = (typeof POSITIONS)[number]

const BY_WORDS: readonly (readonly [Position, RegExp])[] = [
  ['人大工作的窗口', /视察|调研|观摩|执法检查|旁听|交办|督办|述职/],
  ['民主协商的平台', /座谈|研讨|论坛|协商|联席|听证|征求意见/],
  ['宣传法治的阵地', /宣传|宣讲|讲座|普法|培训|学习|法庭|教育|解读/],
]

/** An activity stands under one heading: the first whose words its type or title holds; what goes to people, by default. */
export const positionOf = ({ type, title }: { type: string; title: string }): Position =>
  BY_WORDS.find(([, words]) => words.test(type) || words.test(title))?.[0] ?? '联系群众的桥梁'
