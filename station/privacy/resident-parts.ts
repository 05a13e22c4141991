/** The parts in which residents stand in a sentence about them, wherever it is said. */
const PARTS =
  '业主代表|居民代表|退休职工|举报人|低保户|参保人|反映人|受访人|来访人|投诉人|残疾人|求助人|当事人|老党员|丈夫|业主|伤者|住户|儿子|哥哥|商户|外公|外孙|女儿|妹妹|妻子|姐姐|孙女|学生|孩子|家属|家长|居民|岳母|岳父|市民|弟弟|患者|户主|村民|母亲|父亲|爸爸|妈妈|病人|病患|租客|租户|网民|群众|老人|老伴|老公|老婆|考生|车主|选民|邻居'
const SAYINGS = '我叫|名叫|名字叫|名字是|有个叫|有位叫|一个叫|一位叫|姓名'

const NAMES_BEFORE = '居民|村民|我叫|名叫|姓名|患者|学生'

/** Words after which a resident's name begins: the parts and sayings of every text and those of this kind of it. */
export const introductions = (more: string): RegExp => {
  // The longest first: 业主代表 must not be read as 业主 followed by a name.
  const words = [PARTS, SAYINGS, more].join('|').split('|')
  const longestFirst = words.sort((a, b) => b.length - a.length).join('|')
  return new RegExp(`(?:${longestFirst})[:：为是叫]{0,2}\\s?`, 'g')
}

/** 居民买买提·吐逊: a name written with a dot, after one of these words. */
export const dottedAfter = (more: readonly string[] = []): RegExp =>
  new RegExp(
    `(?<=${[NAMES_BEFORE, ...more].join('|')})[:：]?\\s?([一-龥]{1,6}[·•・][一-龥]{1,8}?)(?=[^一-龥]|反映|说|来|建议|投诉|住|的|在|$)`,
    'g',
  )
