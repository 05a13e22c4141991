/**
 * The load at which somebody enters a rotation that is already running: that of the least loaded person there, so that they
 * neither repay years they were not part of nor sit out a round the others still owe. One laggard must not drag the newcomer
 * down with them, so the level is never more than one duty under the lower median. Among equals the longest wait decides, and
 * a newcomer has waited only since joining: the least loaded incumbents still go first.
 *
 * Starting at the least loaded, not at the median, also keeps the rotation's bound: loads one duty apart stay one duty apart.
 */
export const entryLevel = (loads: readonly number[], oneDuty: number): number => {
  const sorted = [...loads].sort((a, b) => a - b)
  const least = sorted[0]
  const lowerMedian = sorted[Math.floor((sorted.length - 1) / 2)]
  if (least === undefined || lowerMedian === undefined) return 0
  return Math.max(least, lowerMedian - oneDuty)
}
