import type { Quote } from './world-entry.js'

const DASHES = '- - - - - - - - - - - - - - -'

/** A reply as gateways deliver it: WeChat has no field for the quoted message, it is written into the text. */
export function quotedText(quote: Quote, answer: string): string {
  return `「${quote.name}：${quote.text}」\n${DASHES}\n${answer}`
}
