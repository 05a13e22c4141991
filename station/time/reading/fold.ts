/** One UTF-16 unit becomes one, so that an index into the folded text is an index into what was typed. */
const SAME_LENGTH: readonly (readonly [from: string, to: string])[] = [
  ['週禮後個點時號內間兩鐘鍾農曆歷臘節國慶陽從過於結遲開報', '周礼后个点时号内间两钟钟农历历腊节国庆阳从过于结迟开报'],
  ['〇○', '零零'],
  ['–—−‐〜~', '------'],
  ['【〔[［】〕]］', '(((())))'],
  ['∶﹕', '::'],
  ['\u00a0\u2002\u2003\u2005\u2009\u200b\u200c\u200d\u200e\u200f\u3000\ufeff\t', '             '],
]

const FULL_WIDTH = Array.from({ length: 94 }, (_, index) => {
  const half = String.fromCharCode(0x21 + index).toLowerCase()
  return [String.fromCharCode(0xff01 + index), half === '~' ? '-' : half] as const
})

const UPPER = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((char) => [char, char.toLowerCase()] as const)

const FOLDS = new Map<string, string>([
  ...FULL_WIDTH,
  ...UPPER,
  ...SAME_LENGTH.flatMap(([from, to]) => Array.from(from, (char, index) => [char, to.charAt(index)] as const)),
])

const FOLDABLE = new RegExp(
  `[${[...FOLDS.keys()].map((char) => (/[\]\\^-]/.test(char) ? `\\${char}` : char)).join('')}]`,
  'g',
)

/** Half-width, simplified, lower case, with one kind of space, bracket and dash. */
export const fold = (text: string): string => text.replace(FOLDABLE, (char) => FOLDS.get(char) as string)
