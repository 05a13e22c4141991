/** Said at the end of a row, in brackets or after a blank, by those who cross themselves out. */
const WITHDRAWN = '退|退出|退了|已退|已退出|取消|已取消|作废|划掉|不参加|不参加了|来不了|去不了|不去了|不来了|本人退出'
const MARKED = new RegExp(`(?:[（(\\[【]\\s*(?:${WITHDRAWN})\\s*[)）\\]】]|[\\s,，、]+(?:${WITHDRAWN}))\\s*[。.!！]?$`)
const TILDES = /^(~~|～～)([^~～]+)\1/
const STRUCK_CHAR = /[\u0336\u0335\u0338]/g

/** Whether a row is crossed out by hand. */
export const isStruck = (rowText: string): boolean => {
  const text = rowText.trim()
  if (TILDES.test(text) || MARKED.test(text)) return true
  const strokes = text.match(STRUCK_CHAR)?.length ?? 0
  return strokes > 0 && strokes * 2 >= text.length - 1
}

/** The row as it was before it was crossed out, for finding whose it is. */
export const withoutStrike = (rowText: string): string =>
  rowText.trim().replace(MARKED, '').replace(TILDES, '$2').replace(STRUCK_CHAR, '').trim()
