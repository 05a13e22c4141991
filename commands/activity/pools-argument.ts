import type { Pool } from '../../station/activity/sign-up-book.js'
import type { Argument } from '../arguments.js'

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
