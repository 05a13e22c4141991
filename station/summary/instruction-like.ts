/**
 * Text that speaks to a machine instead of about a matter. Such an opinion is counted like any other; its words are
 * simply of no use to a summary. Erring on this side costs one quotation, erring on the other lets a stranger write it.
 */
const ORDERS: readonly RegExp[] = [
  /(?:忽略|无视|忘记|忘掉|不要(?:再)?(?:遵守|理会)|跳过|绕过).{0,12}(?:指令|指示|提示|规则|要求|设定|限制|内容|上文|前文|以上|之前)/u,
  /(?:系统|开发者)(?:提示|指令|消息|模式)|提示词|越狱|语言模型|大模型|(?:作为|身为)(?:一个|一名)?(?:ai|人工智能|助手|机器人)/iu,
  /(?:你|您)(?:现在|从现在起|将|就)?(?:是|扮演|充当|变成)(?:一个|一名|一位)?.{0,12}(?:ai|助手|机器人|模型|管理员|程序|dan)/iu,
  /(?:请|只|直接|务必|必须)?(?:输出|打印|回复|回答|返回|写出|复述)(?:以下|下面|如下|这句|这段|内容|为)?\s*[:：“"「『]/u,
  /(?:请|只|直接|务必|必须)(?:只)?(?:输出|打印|返回|复述)/u,
  /\b(?:ignore|disregard|forget)\b.{0,40}\b(?:instruction|prompt|previous|above|rule|everything)/iu,
  /\b(?:system|developer|assistant)\s*(?:prompt|message|mode|:)|\bjailbreak|\bprompt\b|<\|/iu,
  /\b(?:you are|act as|pretend|respond|answer|print|say|output)\b/iu,
]

const LETTERS = /\p{L}/gu
const HAN = /\p{Script=Han}/gu
const LEAST_LETTERS = 24
const LEAST_HAN_SHARE = 0.3

const foreign = (text: string): boolean => {
  const letters = text.match(LETTERS)?.length ?? 0
  return letters >= LEAST_LETTERS && (text.match(HAN)?.length ?? 0) / letters < LEAST_HAN_SHARE
}

export const instructionLike = (text: string): boolean => {
  const plain = text.normalize('NFKC').replace(/[\u200b-\u200f\u2060\ufeff]/gu, '')
  return foreign(plain) || ORDERS.some((order) => order.test(plain))
}
