import type { Moment } from '../../station/time/civil.js'
import { oneOf } from '../arguments.js'

type Period = (now: Moment) => { from: Moment; name: string }

const since =
  (name: string, from: (today: Moment) => Moment): Period =>
  (now) => ({ name, from: from(now.startOfDay()) })

/** The stretches people ask about, up to now. */
export const period = oneOf<Period>('时段', {
  今年: since('今年', (today) => today.with({ month: 1, day: 1 })),
  本季度: since('本季度', (today) => today.with({ month: Math.ceil(today.month / 3) * 3 - 2, day: 1 })),
  本月: since('本月', (today) => today.with({ day: 1 })),
  近30天: since('近30天', (today) => today.subtract({ days: 29 })),
})
