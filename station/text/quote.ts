/** A reply that quotes a message: 「名字：内容」, a dashed line, then what the person says now. */
export interface QuotedReply {
  readonly quotedName: string
  /** As it came; may have several lines and may itself hold a quote. */
  readonly quotedText: string
  /** What the sender says; '' when nothing follows the dashed line. Only this may be taken for a command. */
  readonly text: string
}

const DASHED_LINE = /^[ \t]*(?:[-—–_][ \t]*){4,}$/

/**
 * null: the message is no quoted reply. The quote ends at the LAST line that closes a bracket above a dashed line: a quoted
 * message may hold such lines too, and no part of it may ever be read as said by the one who quotes it.
 */
export const parseQuote = (raw: string): QuotedReply | null => {
  const message = raw.replace(/\r\n?/g, '\n').trimStart()
  if (!message.startsWith('「')) return null
  const lines = message.split('\n')
  const dashes = lines.findLastIndex(
    (line, index) => index > 0 && DASHED_LINE.test(line) && lines[index - 1]!.trimEnd().endsWith('」'),
  )
  if (dashes < 0) return null
  const quoted = lines.slice(0, dashes).join('\n').trimEnd().slice(1, -1)
  const colon = quoted.search(/[：:]/)
  return {
    quotedName: colon < 0 ? '' : quoted.slice(0, colon).trim(),
    quotedText: quoted.slice(colon + 1).trim(),
    text: lines
      .slice(dashes + 1)
      .join('\n')
      .trim(),
  }
}
