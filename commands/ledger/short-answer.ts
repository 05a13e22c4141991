import { figure, figuresOf } from '../../station/summary/figures.js'
import type { PeriodRecords } from '../../station/summary/records.js'
import type { AnyBook } from './arguments.js'
import type { FilledBook } from './fill-book.js'

const value = (records: PeriodRecords, key: Parameters<typeof figure>[1]): number =>
  figure(figuresOf(records), key)?.value ?? 0

/** 活动7、接待4、意见19: the same figures that the summaries show. */
export const allBooks = (records: PeriodRecords): string =>
  `活动${value(records, 'activitiesHeld')}、接待${value(records, 'receptionsHeld')}、意见${value(records, 'opinions')}`

/** What one book comes to, in a few words. */
export function oneBook(book: AnyBook, records: PeriodRecords, filled: FilledBook | undefined): string {
  switch (book.key) {
    case 'activities':
      return `活动${value(records, 'activitiesHeld')}次、受众${value(records, 'audience')}人次`
    case 'receptions': {
      const held = records.duties.filter(({ phase }) => phase === 'held')
      const deputies = held.reduce((sum, duty) => sum + duty.deputies.length, 0)
      return `接待${held.length}次、${deputies}人次代表、接待群众${value(records, 'visitors')}人`
    }
    case 'opinions': {
      // Answered is not closed (办结 needs the resident to be told): the summaries count the two apart, a ledger's line may not lose one.
      const answered = value(records, 'opinionsAnswered')
      const open = value(records, 'opinionsOpen') + answered
      return `意见${value(records, 'opinions')}件，已办结${value(records, 'opinionsClosed')}、未办结${open}${answered > 0 ? `（其中已答复${answered}）` : ''}`
    }
    default:
      return `《${book.title}》${filled?.rows.length ?? 0}条`
  }
}
