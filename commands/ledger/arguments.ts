import type { BOOKS } from '../../station/ledger/books.js'
import { bookNamed } from '../../station/ledger/books.js'
import { type LedgerSpan, scanSpan } from '../../station/ledger/span.js'
import type { Argument } from '../arguments.js'

export type AnyBook = (typeof BOOKS)[number]

/** A stretch of whole months: 2023年5月, 上半年, 第二季度, 去年, 上月. */
export function spanOf(label = '时段'): Argument<LedgerSpan> {
  return {
    label,
    example: '上半年',
    take(line, { now }) {
      const found = scanSpan(line.rest, now.toPlainDate())
      if (!found) return { missing: true }
      line.claim(...found.at)
      return { value: found.span }
    },
  }
}

/** One of the thirteen books by a name people use; a word that is none stays unexplained. */
export function book(): Argument<AnyBook> {
  return {
    label: '台账名称',
    example: '接待',
    take(line) {
      for (const match of line.rest.matchAll(/[^\s,，、:：]+/g)) {
        const found = bookNamed(match[0])
        if (!found) continue
        line.claim(match.index, match.index + match[0].length)
        return { value: found as AnyBook }
      }
      // 活动台账 本月: it stood in the name of the command.
      const head = /(\p{Script=Han}{2})台账/u.exec(line.folded.text)
      const named = head && bookNamed(head[1]!)
      return named ? { value: named as AnyBook } : { missing: true }
    },
  }
}
