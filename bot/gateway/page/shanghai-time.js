/** Civil time in China: UTC+8 all year round, so plain arithmetic is exact. */

const HOUR_MS = 3600_000
const DAY_MS = 24 * HOUR_MS
const OFFSET_MS = 8 * HOUR_MS
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六']

const two = (n) => String(n).padStart(2, '0')

export function civil(ms) {
  const shifted = new Date(ms + OFFSET_MS)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    weekday: shifted.getUTCDay(),
  }
}

const midnight = (ms) => Math.floor((ms + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS

export function clockTime(ms) {
  const { hour, minute } = civil(ms)
  return `${two(hour)}:${two(minute)}`
}

export function longDate(ms) {
  const { year, month, day, weekday } = civil(ms)
  return `${year}年${month}月${day}日 星期${WEEKDAYS[weekday]}`
}

/** As WeChat writes it above messages: the less the nearer. */
export function momentSeenFrom(ms, nowMs) {
  const { year, month, day, weekday } = civil(ms)
  const time = clockTime(ms)
  const daysAgo = (midnight(nowMs) - midnight(ms)) / DAY_MS
  if (daysAgo === 0) return time
  if (daysAgo === 1) return `昨天 ${time}`
  if (daysAgo > 1 && daysAgo < 7) return `星期${WEEKDAYS[weekday]} ${time}`
  const date = `${month}月${day}日 ${time}`
  return year === civil(nowMs).year ? date : `${year}年${date}`
}

export function shortMoment(ms) {
  const { month, day, weekday } = civil(ms)
  return `${month}月${day}日 周${WEEKDAYS[weekday]} ${clockTime(ms)}`
}

/** The next time it is `hour:minute` on `weekday` (0 Sunday; any day when null), tomorrow at the earliest. */
function next(nowMs, weekday, hour, minute) {
  let ms = midnight(nowMs) + DAY_MS + hour * HOUR_MS + minute * 60_000
  while (weekday !== null && civil(ms).weekday !== weekday) ms += DAY_MS
  return ms
}

/** Where the clock can be sent with one press. */
export const MOVES = [
  { label: '+1 小时', to: (nowMs) => nowMs + HOUR_MS },
  { label: '+1 天', to: (nowMs) => nowMs + DAY_MS },
  { label: '明天 7:30', to: (nowMs) => next(nowMs, null, 7, 30) },
  { label: '下周一 8:30', to: (nowMs) => next(nowMs, 1, 8, 30) },
]

/** For an input of type `datetime-local`, and back. */
export const toInput = (ms) => new Date(ms + OFFSET_MS).toISOString().slice(0, 16)
export const fromInput = (value) => Date.parse(`${value}:00Z`) - OFFSET_MS
