const FULL_WIDTH_ZERO = '０'.charCodeAt(0)
const NONE_SUITS = ['都不行', '都不方便', '没空', '0']

/** "1 3", "1、3", "１和3" → [1, 3]; "都不行" → []; undefined when it is no answer to a poll at all. */
export const readChoices = (text: string): number[] | undefined => {
  const plain = text.trim().replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - FULL_WIDTH_ZERO))
  if (NONE_SUITS.includes(plain)) return []
  if (!/^[\d\s,，、.。;；和及选]+$/.test(plain)) return undefined
  const numbers = plain.match(/\d+/g)
  return numbers === null ? undefined : [...new Set(numbers.map(Number))].sort((a, b) => a - b)
}
