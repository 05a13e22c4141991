import { lineOf } from '../../station/library/document-line.js'
import { LIBRARY_TOPICS } from '../../station/library/topics.js'
import { NUMERAL_CHARS, parseNumeral } from '../../station/text/numerals.js'
import type { Argument } from '../arguments.js'

/** Everything below the first line of a message, or from its first article on: the text itself that is handed in. */
export function body(label: string): Argument<string | undefined> {
  return {
    label,
    example: '第一条 ……',
    optional: true,
    take(line) {
      const below = line.rest.indexOf('\n')
      const at = below >= 0 ? below : line.rest.search(/\s第[一1]条/u)
      if (at < 0 || line.rest.slice(at).trim() === '') return { value: undefined }
      const to = line.rest.trimEnd().length
      return { value: line.hear(at, to).trim() }
    },
  }
}

/** 指导性文件 2023-04 区人大常委会: without a month it is a question about a document, not one handed in. */
export function documentLine(): Argument<{ title: string; issuer: string | null; issuedOn: string }> {
  return {
    label: '文件名、年月、发文单位',
    example: '指导性文件 2023-04 区人大常委会',
    take(line) {
      const to = line.rest.trimEnd().length
      const from = line.rest.search(/\S/)
      const read = from < 0 ? null : lineOf(line.raw(from, to))
      if (read === null) return { missing: true }
      line.claim(from, to)
      return { value: read }
    },
  }
}

/** 请假制度, 《接待办法》: what is called so is a title, even where its first character would begin a request. */
const TITLED = /^(?!什么|哪|[这那各每有]|我们|大家)\S{2,}(?:制度|办法|规定|规则|细则|守则)[》”"]?$/u

/** One short word to look up. What libraries are usually asked about is known by its shape, anything else may be talk. */
export function lookUp(label: string, example: string, maxChars = 10): Argument<string> {
  return {
    label,
    example,
    take(line) {
      const match = /[^\s:：,，、。！!？?；;\n]+/u.exec(line.rest)
      if (!match || /[,，、。！!？?]/u.test(line.rest.slice(0, match.index)) || [...match[0]].length > maxChars)
        return { missing: true }
      if (LIBRARY_TOPICS.has(match[0]) || TITLED.test(match[0])) {
        line.claim(match.index, match.index + match[0].length)
        return { value: match[0].replace(/[《》“”"]/gu, '') }
      }
      return { value: line.take(match.index, match.index + match[0].length).replace(/[《》“”"]/gu, '') }
    },
  }
}

/** 第2版, 第3条, 第7项: an ordinal that is cut out of the line; `last`: only where nothing follows it. */
export function ordinal(label: string, unit: string, { last = false } = {}): Argument<number> {
  const pattern = new RegExp(`第\\s*(\\d{1,3}|[${NUMERAL_CHARS}]{1,5})\\s*${unit}${last ? '(?=\\s*$)' : ''}`, 'u')
  return {
    label,
    example: `第2${unit}`,
    take(line) {
      const match = pattern.exec(line.rest)
      const value = match ? parseNumeral(match[1]!) : null
      if (!match || value === null) return { missing: true }
      line.claim(match.index, match.index + match[0].length)
      return { value }
    },
  }
}

/** A bare small number right behind the command's name: 核验 3. */
export function bareNumber(label: string): Argument<number> {
  return {
    label,
    example: '3',
    take(line) {
      const match = /^[\s:：]*第?(\d{1,4})(?:号(?:文件)?)?(?=\s|$)/u.exec(line.rest.replace(/^ +/u, (blank) => blank))
      if (!match) return { missing: true }
      line.claim(match.index, match.index + match[0].length)
      return { value: Number(match[1]) }
    },
  }
}
