import type { Activity } from '../../prisma/generated/client.js'
import { goingPersons, goingRows, personsOf, type SignUpBook } from '../../station/activity/sign-up-book.js'
import { momentOf } from '../../station/time/civil.js'
import { describe, describeDay } from '../../station/time/describe.js'

/** How far off the start is when it is reminded of. */
export const AHEAD: Readonly<Record<string, string>> = { '3d': '还有三天', '1d': '就在明天', '2h': '两小时后开始' }

/** 3/8, 3人; where there are several kinds of places each by its name: 线下3/20、线上1. */
export const places = (book: SignUpBook): string => {
  const going = goingRows(book)
  if (book.pools.length > 1)
    return book.pools
      .map(({ key, capacityPersons }) => {
        const persons = going.filter(({ pool }) => pool === key).reduce((sum, row) => sum + personsOf(row), 0)
        return `${key}${persons}${capacityPersons === null ? '' : `/${capacityPersons}`}`
      })
      .join('、')
  const limit = book.pools[0]?.capacityPersons ?? null
  return limit === null ? `${goingPersons(book)}人` : `${goingPersons(book)}/${limit}`
}

/** 线下20人、线上不限 */
export const poolWords = (book: SignUpBook): string =>
  book.pools
    .map(({ key, capacityPersons }) => `${key}${capacityPersons === null ? '不限' : `${capacityPersons}人`}`)
    .join('、')

/** The end of a deadline: the last second of a day is 24:00 to a reader. */
export const until = (date: Date): string => {
  const at = momentOf(date)
  return at.hour === 23 && at.minute === 59 && at.second === 59 ? `${describeDay(at)}24:00` : describe(at)
}

export const when = (date: Date): string => describe(momentOf(date))
export const head = ({ no, title }: Pick<Activity, 'no' | 'title'>): string => `H${no} ${title}`
export const names = (people: readonly { name: string }[]): string => people.map(({ name }) => name).join('、')
