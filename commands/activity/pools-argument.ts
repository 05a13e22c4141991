import type { Pool } from '../../station/activity/sign-up-book.js'
import { type Argument, count } from '../arguments.js'

const KIND = '线下|线上|(?:上午|下午|早|晚|晚上|中午|第?[一二三四五六1-6])场'
const POOL = new RegExp(`(${KIND})\\s*[限:：]?\\s*(?:(\\d{1,6})\\s*(?:个?人|名|位)?|(不限)(?:人数)?)`, 'g')

/** 线下20人 线上不限, 上午场限10人 下午场限10人: at least two kinds of places, each with its own number. */
export function poolsArgument(): Argument<Pool[]> {
  return {
    label: '场次和人数',
    example: '线下20人 线上不限',
    take(line) {
      const found = [...line.rest.matchAll(POOL)]
      const pools = found.map(([, key, persons]) => ({ key: key!, capacityPersons: persons ? Number(persons) : null }))
      if (pools.length < 2 || new Set(pools.map(({ key }) => key)).size < pools.length) return { missing: true }
      for (const { index, 0: words } of found) line.claim(index, index + words.length)
      return { value: pools }
    },
  }
}

/** One kind of places: 线下 of 改人数 H28 线下30人. */
export function poolName(): Argument<string> {
  return {
    label: '场次',
    example: '线下',
    take(line) {
      const match = new RegExp(KIND).exec(line.rest)
      if (!match) return { missing: true }
      line.claim(match.index, match.index + match[0].length)
      return { value: match[0] }
    },
  }
}

/** 30, 八人; 不限 is null. */
export function placesArgument(): Argument<number | null> {
  const persons = count('人数', '30', /(?:限|到|为|成)?\s*(\d{1,8})\s*(?:个?人|名|位)?/)
  return {
    ...persons,
    take(line, at) {
      const unlimited = /(?:改?[到为成])?\s*不限(?:制)?(?:人数)?/.exec(line.rest)
      if (!unlimited) return persons.take(line, at)
      line.claim(unlimited.index, unlimited.index + unlimited[0].length)
      return { value: null }
    },
  }
}
