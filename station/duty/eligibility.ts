import { type Deputy, isMember, isOnLeave, type LeavePeriod } from './deputy.js'
import type { DutyEntry } from './ledger.js'
import type { RestCode, RotaRule } from './rota-rule.js'
import type { DutyShift } from './shift.js'

/** Why a deputy cannot take a place at all. */
export type BarCode = 'notMember' | 'onLeave' | 'level' | 'profession' | 'sameShift' | 'sameDay'

/** The first thing in the way, or null. `entries` are the duties known, the place in question not among them. */
export const barFor = (
  deputy: Deputy,
  shift: DutyShift,
  seat: number,
  leaves: readonly LeavePeriod[],
  entries: readonly DutyEntry[],
): BarCode | null => {
  if (!isMember(deputy, shift.date)) return 'notMember'
  const own = entries.filter(({ personId }) => personId === deputy.personId)
  if (own.some(({ shiftNo }) => shiftNo === shift.no)) return 'sameShift'
  if (isOnLeave(leaves, deputy.personId, shift.date)) return 'onLeave'
  const need = shift.seats[seat]
  if (need?.levels && !need.levels.some((level) => level === deputy.level)) return 'level'
  if (need?.professions && !need.professions.some((wanted) => deputy.professions.includes(wanted))) return 'profession'
  if (own.some(({ date }) => date === shift.date)) return 'sameDay'
  return null
}

const monthIndex = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

const DAY_MS = 86_400_000
const daysApart = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / DAY_MS

/** The rests this shift would cost, in the order of the codes. */
export const restsBroken = (
  personId: number,
  shift: DutyShift,
  entries: readonly DutyEntry[],
  { restMonths, minimumGapDays }: RotaRule,
): RestCode[] => {
  const broken = new Set<RestCode>()
  const month = monthIndex(shift.rosterMonth)
  for (const entry of entries) {
    if (entry.personId !== personId) continue
    const apart = Math.abs(monthIndex(entry.rosterMonth) - month)
    if (apart === 0) broken.add('sameMonth')
    else if (apart <= restMonths) broken.add('consecutiveMonth')
    if (daysApart(entry.date, shift.date) < minimumGapDays) broken.add('minimumGap')
  }
  return (['consecutiveMonth', 'minimumGap', 'sameMonth'] as const).filter((code) => broken.has(code))
}
