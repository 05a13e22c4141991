import { isType, type Line, type Match, skip, tokenAt } from './line.js'
import type { Elapsed } from './phrase.js'
import type { Unit } from './words/word.js'

const MINUTE = 60
const HOUR = 3600

/** What one of each unit is; half of it must come out even. */
const UNITS: Readonly<Record<Unit, Partial<Elapsed>>> = {
  second: { seconds: 1 },
  minute: { seconds: MINUTE },
  quarterHour: { seconds: 15 * MINUTE },
  hour: { seconds: HOUR },
  day: { days: 1 },
  week: { days: 7 },
  workday: { workdays: 1 },
}
const MONTH: Partial<Elapsed> = { months: 1 }
const YEAR: Partial<Elapsed> = { months: 12 }

const HALF: ReadonlyMap<Partial<Elapsed>, Partial<Elapsed>> = new Map([
  [UNITS.minute, { seconds: 30 }],
  [UNITS.hour, { seconds: HOUR / 2 }],
  [UNITS.day, { seconds: 12 * HOUR }],
  [MONTH, { days: 15 }],
  [YEAR, { months: 6 }],
])

const NOTHING: Elapsed = { seconds: 0, days: 0, months: 0, workdays: 0 }

const plus = (sum: Elapsed, unit: Partial<Elapsed>, times: number): Elapsed => ({
  seconds: sum.seconds + (unit.seconds ?? 0) * times,
  days: sum.days + (unit.days ?? 0) * times,
  months: sum.months + (unit.months ?? 0) * times,
  workdays: sum.workdays + (unit.workdays ?? 0) * times,
})

const unitAt = (line: Line, at: number, measured: boolean, sum: Elapsed): Partial<Elapsed> | undefined => {
  const afterHours = sum.seconds > 0
  const afterDays = sum.days > 0
  const { type, word } = tokenAt(line, at)
  if (type === 'unit' && word?.unit) return UNITS[word.unit]
  if (type === 'year') return measured ? undefined : YEAR
  if (type === 'month') return measured ? MONTH : undefined
  // 8天20时: hours, once days are counted.
  if (type === 'hour') return afterDays && line.text.charAt(tokenAt(line, at).from) === '时' ? UNITS.hour : undefined
  if (type === 'minute') return afterHours ? UNITS.minute : undefined
  // 5日内, 3日后: counted days only when it says so right after.
  if (type === 'dayOfMonth' && !measured && line.text.charAt(tokenAt(line, at).from) === '日') {
    return isType(line, at + 1, 'within') || isType(line, at + 1, 'after') ? UNITS.day : undefined
  }
  return undefined
}

const decimal = (line: Line, at: number): Match<number> | undefined => {
  const [whole, dot, fraction] = [tokenAt(line, at), tokenAt(line, at + 1), tokenAt(line, at + 2)]
  if (dot.type !== 'dot' || dot.gap || fraction.digits !== 1 || fraction.gap || whole.digits === 0) return undefined
  return { value: whole.value + fraction.value / 10, next: at + 3 }
}

/** One amount with its unit: 3天, 半小时, 一个半小时, 1.5小时, 三年半. */
const amount = (line: Line, at: number, sum: Elapsed): Match<Elapsed> | undefined => {
  const first = tokenAt(line, at)
  if (first.type === 'half') {
    const after = skip(line, at + 1, 'measure')
    const half = HALF.get(unitAt(line, after, after > at + 1 || isType(line, after, 'month'), sum) ?? NOTHING)
    return half && { value: plus(sum, half, 1), next: after + 1 }
  }
  if (first.type !== 'number' || first.positional) return undefined
  // 07年 is a year, not a count.
  if (first.digits > 1 && line.text.charAt(first.from) === '0') return undefined
  const number = decimal(line, at) ?? { value: first.value, next: at + 1 }
  const afterMeasure = skip(line, number.next, 'measure')
  const halfInside = isType(line, afterMeasure, 'half')
  const at2 = halfInside ? afterMeasure + 1 : afterMeasure
  const unit = unitAt(line, at2, afterMeasure > number.next, sum)
  if (!unit) return undefined
  const halfOutside = !halfInside && isType(line, at2 + 1, 'half')
  const half = halfInside || halfOutside ? HALF.get(unit) : NOTHING
  if (!half) return undefined
  const total = plus(plus(sum, unit, number.value), half, 1)
  const isWhole = Object.values(total).every((value: number) => Number.isInteger(value))
  return isWhole ? { value: total, next: halfOutside ? at2 + 2 : at2 + 1 } : undefined
}

const MAX_AMOUNTS = 4
// A century: what is said beyond it is a mistake, and moments have an end.
const MAX_MONTHS = 1200

/** 3天, 一个半小时, 1小时30分, 两周, 三个工作日. Says nothing yet about before or after. */
export const parseDuration = (line: Line, at: number): Match<Elapsed> | undefined => {
  let sum = NOTHING
  let next = at
  for (let count = 0; count < MAX_AMOUNTS; count += 1) {
    const more = amount(line, next, sum)
    if (!more) break
    sum = more.value
    next = more.next
  }
  const inMonths = sum.months + (sum.days + sum.workdays * 2 + sum.seconds / 86_400) / 28
  return next === at || inMonths > MAX_MONTHS ? undefined : { value: sum, next }
}
