import type { Temporal } from '../time/civil.js'

/** Who is asked, and on which day after the deputy was told, whether the resident knows. */
const PASS_ON_REMINDERS = [
  { afterDays: 3, to: 'deputy' },
  { afterDays: 10, to: 'deputy' },
  { afterDays: 17, to: 'deputy' },
  { afterDays: 24, to: 'convenor' },
] as const satisfies readonly { afterDays: number; to: 'deputy' | 'convenor' }[]

export interface PassOnReminder {
  readonly on: Temporal.PlainDate
  readonly to: 'deputy' | 'convenor'
}

/** 已转告 is asked after three days, then weekly twice more, then the convenor is told. */
export const passOnReminders = (toldOn: Temporal.PlainDate): readonly PassOnReminder[] =>
  PASS_ON_REMINDERS.map(({ afterDays, to }) => ({ on: toldOn.add({ days: afterDays }), to }))
