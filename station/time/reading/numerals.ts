const DIGITS = '零一二三四五六七八九'

/** Characters a Chinese number may consist of. */
export const HAN_DIGITS = '零一二三四五六七八九十百两廿卅'

const MAX_DIGITS = 8

export type HanNumber = {
  readonly value: number
  /** Digits read one by one (二零二六, 零五), not with 十 or 百. A single digit is not. */
  readonly positional: boolean
}

const digitOf = (char: string): number => (char === '两' ? 2 : DIGITS.indexOf(char))

const COUNTED = /^(?:([一二两三四五六七八九])百)?(零)?(?:([一二三四五六七八九])?(十)|([廿卅]))?([一二三四五六七八九])?$/

const counted = (text: string): number | undefined => {
  const match = COUNTED.exec(text)
  if (!match) return undefined
  const [, hundreds, zero, tens, ten, twenties, ones] = match
  // 一百二 is 120 in speech and 102 by the letter: left alone. 零 stands only for skipped tens.
  const skipsTens = hundreds !== undefined && ten === undefined && twenties === undefined && ones !== undefined
  if (skipsTens !== (zero !== undefined)) return undefined
  const tensValue = ten ? (tens ? digitOf(tens) : 1) : twenties === '廿' ? 2 : twenties === '卅' ? 3 : 0
  return (hundreds ? digitOf(hundreds) * 100 : 0) + tensValue * 10 + (ones ? digitOf(ones) : 0)
}

/**
 * 二十三, 廿五, 一百零五, 十, 两, 二零二六. Undefined for what is no number: 十十, 两三 (two or three), 十五六.
 * Up to 999 with 百 and 十, up to eight digits one by one.
 */
export const hanNumber = (text: string): HanNumber | undefined => {
  if (text.length > MAX_DIGITS) return undefined
  if (/[十百廿卅]/.test(text)) {
    const value = counted(text)
    return value === undefined ? undefined : { value, positional: false }
  }
  if (text.length > 1 && text.includes('两')) return undefined
  let value = 0
  for (const char of text) value = value * 10 + digitOf(char)
  return { value, positional: text.length > 1 }
}
