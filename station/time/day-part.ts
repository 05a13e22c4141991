/** Parts of the day as people name them. */
export const DAY_PARTS = {
  dawn: { label: '凌晨', startHour: 0, endHour: 6, until24: 6, words: ['凌晨', '拂晓', '后半夜'] },
  morning: {
    label: '早上',
    startHour: 6,
    endHour: 9,
    until24: 11,
    words: ['早上', '早晨', '清晨', '清早', '大清早', '一早', '一大早', '早间'],
  },
  forenoon: { label: '上午', startHour: 8, endHour: 12, until24: 12, words: ['上午', '午前'] },
  noon: { label: '中午', startHour: 12, endHour: 13, until24: 14, words: ['中午', '正午', '午间', '晌午'] },
  afternoon: { label: '下午', startHour: 13, endHour: 18, until24: 19, words: ['下午', '午后'] },
  dusk: { label: '傍晚', startHour: 17, endHour: 19, until24: 20, words: ['傍晚', '黄昏'] },
  evening: { label: '晚上', startHour: 18, endHour: 24, until24: 24, words: ['晚上', '晚间', '夜晚', '夜间', '夜里'] },
  night: { label: '深夜', startHour: 22, endHour: 24, until24: 24, words: ['深夜', '半夜', '午夜'] },
} as const satisfies Record<string, DayPartRow>

/** Hours are those a part is taken for when none is said; `until24` is the latest one of 24 it is said with. */
type DayPartRow = {
  readonly label: string
  readonly startHour: number
  readonly endHour: number
  readonly until24: number
  readonly words: readonly string[]
}

export type DayPart = keyof typeof DAY_PARTS

/** Hours counted from 0:00 of the day the part was said of; 24 and more are the next day. */
export type HourReading = { readonly hours: readonly number[]; readonly contradicts?: true }

const once = (hour: number): HourReading => ({ hours: [hour] })

/** What "下午3点" means: the hour of twelve `hour` read within a part of the day. `hour` is 0 to 24 as said. */
export const hourIn = (part: DayPart, hour: number): HourReading => {
  const { startHour, until24 } = DAY_PARTS[part]
  if (hour >= 13) return hour >= startHour - 2 && hour <= until24 ? once(hour) : { hours: [hour], contradicts: true }
  switch (part) {
    case 'dawn':
      return once(hour === 12 ? 0 : hour)
    case 'morning':
    case 'forenoon':
      return once(hour)
    case 'noon':
      return once(hour >= 10 || hour === 0 ? hour : hour + 12)
    case 'afternoon':
    case 'dusk':
      return once(hour === 12 || hour === 0 ? 12 : hour + 12)
    case 'evening':
    case 'night':
      if (hour === 0 || hour === 12) return once(24)
      // 今天夜里2点 is the small hours that follow, to some those that went before.
      return hour <= 4 ? { hours: [hour + 24, hour] } : once(hour + 12)
  }
}
