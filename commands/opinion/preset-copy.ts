import type { OpinionClockPreset } from '../../station/opinion/clock-presets.js'

const days = (count: number): string => (count === 0 ? '当日' : `${count}个工作日`)
const line = ({ label, ordinary, urgent, source }: OpinionClockPreset): string =>
  `${label}：${days(ordinary.answerWorkdays)}答复，急件${days(urgent.answerWorkdays)}（${source}）`

export const presetCopy = {
  presets: (all: readonly OpinionClockPreset[], chosen: OpinionClockPreset) =>
    [`现在用“${chosen.label}”。可选（地方做法，不是法定）：`, ...all.slice(0, 5).map(line)].slice(0, 6).join('\n'),
  noPreset: (name: string, all: readonly OpinionClockPreset[]) =>
    `没有“${name}”。可选：${all.map(({ label }) => label).join('、')}。例：意见时限 ${all[1]?.label}`,
  chosen: (preset: OpinionClockPreset) =>
    `已选“${preset.label}”，以后转办的意见按它计时：${line(preset)}。在办的不变。`,
}
