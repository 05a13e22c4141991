import type { Book } from './book.js'
import { activities } from './books/activities.js'
import { corrections } from './books/corrections.js'
import { decisions } from './books/decisions.js'
import { dutyFile } from './books/duty-file.js'
import { opinions } from './books/opinions.js'
import { plan } from './books/plan.js'
import { receptions } from './books/receptions.js'
import { research } from './books/research.js'
import { roster } from './books/roster.js'
import { rotation } from './books/rotation.js'
import { rules } from './books/rules.js'
import { standards } from './books/standards.js'
import { suggestions } from './books/suggestions.js'

/** The thirteen books, by number. */
export const BOOKS = [
  roster,
  plan,
  activities,
  receptions,
  opinions,
  suggestions,
  research,
  rotation,
  decisions,
  dutyFile,
  rules,
  standards,
  corrections,
] as const satisfies readonly Book[]

/** The book with that name, number or title: 接待, 第4本, 4; the longest name wins. */
export const bookNamed = (said: string): Book | null => {
  const words = said.trim()
  const number = /^第?(\d{1,2})本?$/.exec(words)?.[1]
  if (number !== undefined) return BOOKS.find(({ no }) => no === Number(number)) ?? null
  const bare = words.replace(/(?:台账|登记表|表|册)$/, '')
  return BOOKS.find(({ names }) => names.some((name) => name === words || name === bare)) ?? null
}
