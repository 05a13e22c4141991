/**
 * Time limits for residents' opinions. None is law: they are rules seen in use, offered to a station as a start.
 * Workdays by the State Council's calendar; 0 is the same day.
 */
interface OpinionLimits {
  /** To confirm that the matter has been taken. */
  readonly acknowledgeWorkdays: number
  readonly answerWorkdays: number
}

export interface OpinionClockPreset {
  readonly id: string
  readonly label: string
  /** Where such limits are in use. */
  readonly source: string
  readonly ordinary: OpinionLimits
  readonly urgent: OpinionLimits
}

export const OPINION_CLOCK_PRESETS = [
  {
    id: 'station',
    label: '本站约定',
    source: '联络站自定',
    ordinary: { acknowledgeWorkdays: 5, answerWorkdays: 15 },
    urgent: { acknowledgeWorkdays: 0, answerWorkdays: 5 },
  },
  {
    id: 'hotline-request',
    label: '热线求助',
    source: '某市12345：1个工作日签收，求助5个工作日',
    ordinary: { acknowledgeWorkdays: 1, answerWorkdays: 5 },
    urgent: { acknowledgeWorkdays: 0, answerWorkdays: 0 },
  },
  {
    id: 'hotline-question',
    label: '热线咨询',
    source: '某市12345：1个工作日签收，咨询2个工作日',
    ordinary: { acknowledgeWorkdays: 1, answerWorkdays: 2 },
    urgent: { acknowledgeWorkdays: 0, answerWorkdays: 0 },
  },
  {
    id: 'hotline-complaint',
    label: '热线投诉建议',
    source: '某局规定：建议批评、投诉举报13个工作日，紧急当日',
    ordinary: { acknowledgeWorkdays: 1, answerWorkdays: 13 },
    urgent: { acknowledgeWorkdays: 0, answerWorkdays: 0 },
  },
  {
    id: 'five-days',
    label: '五个工作日',
    source: '多地通用：5个工作日',
    ordinary: { acknowledgeWorkdays: 1, answerWorkdays: 5 },
    urgent: { acknowledgeWorkdays: 0, answerWorkdays: 1 },
  },
] as const satisfies readonly OpinionClockPreset[]

export type OpinionClockPresetId = (typeof OPINION_CLOCK_PRESETS)[number]['id']

export const opinionClockPreset = (id: OpinionClockPresetId): OpinionClockPreset =>
  OPINION_CLOCK_PRESETS.find((preset) => preset.id === id) ?? OPINION_CLOCK_PRESETS[0]
