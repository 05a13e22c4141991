import type { Activity } from '../../prisma/generated/client.js'
import { goingPersons, type SignUpBook } from '../../station/activity/sign-up-book.js'
import { momentOf } from '../../station/time/civil.js'
import { describe } from '../../station/time/describe.js'

export const places = (book: SignUpBook): string => {
  const limits = book.pools.map((pool) => pool.capacityPersons)
  const limit = limits.includes(null) ? null : limits.reduce<number>((sum, persons) => sum + (persons ?? 0), 0)
  return limit === null ? `${goingPersons(book)}人` : `${goingPersons(book)}/${limit}`
}

export const when = (date: Date): string => describe(momentOf(date))
export const head = ({ no, title }: Pick<Activity, 'no' | 'title'>): string => `H${no} ${title}`
export const names = (people: readonly { name: string }[]): string => people.map(({ name }) => name).join('、')
