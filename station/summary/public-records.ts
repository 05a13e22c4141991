import type { PeriodRecords } from './records.js'

/**
 * What may leave the house: only records approved for it. Opinions lose their words, receptions and dues their people, and what
 * was said or decided about a matter is not told;
 * totals are counted from all records and stay the same in every version.
 */
export const publicRecords = (records: PeriodRecords): PeriodRecords => ({
  ...records,
  activities: records.activities.filter(({ publishable }) => publishable),
  opinions: records.opinions.filter(({ publishable }) => publishable),
  duties: records.duties.filter(({ publishable }) => publishable),
  matters: (records.matters ?? []).map((matter) => ({ ...matter, people: [], said: [] })),
  due: [],
})
