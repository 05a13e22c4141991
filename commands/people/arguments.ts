import { type PartialDate, readPartialDate } from '../../station/people/partial-date.js'
import { isPlainlyName, tidyName } from '../../station/people/person-name.js'
import type { Argument } from '../arguments.js'
import { keyed } from '../keyed.js'

const WORD = /[^\s,，、;；:：]+/g

/** The next word, if it is plainly a full name: 特邀 赵磊, but not 特邀 嘉宾. */
export function fullName(example = '张敏'): Argument<string> {
  const several = fullNames(example)
  return {
    ...several,
    take(line, at) {
      const taken = several.take(line, at)
      if (!('value' in taken)) return taken
      const [name, another] = taken.value
      return another === undefined ? { value: name! } : { wrong: '一次请写一位' }
    },
  }
}

/** All names that follow. */
export function fullNames(example = '张敏 陈静'): Argument<string[]> {
  return {
    label: '姓名',
    example,
    take(line) {
      const found = [...line.rest.matchAll(WORD)].filter(([word]) => isPlainlyName(tidyName(word)))
      if (found.length === 0) return { missing: true }
      for (const match of found) line.claim(match.index, match.index + match[0].length)
      return { value: [...new Set(found.map(([word]) => tidyName(word)))] }
    },
  }
}

/** A day, month or year announced by a word: 建立 2022-06, 挂牌 2022年11月25日. */
export function partialDate(names: readonly string[], label: string): Argument<PartialDate> {
  const written = keyed(names, label, `${names[0]} 2022-06-20`)
  return {
    ...written,
    take(line, at) {
      const taken = written.take(line, at)
      if (!('value' in taken)) return taken
      const date = readPartialDate(taken.value)
      return date === undefined ? { wrong: `${label}“${taken.value}”不是日期` } : { value: date }
    },
  }
}
