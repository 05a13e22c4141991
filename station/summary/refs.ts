const NUMBERED = /^([A-Z])(\d+)$/u

/** The number under which a turn is cited, for want of a letter of its own: "轮值2026-11". */
export const turnRef = (period: string): string => `轮值${period}`

/** H12 before H13 before Y2; whatever has no letter and number comes last, in order of writing. */
const compareRefs = (a: string, b: string): number => {
  const left = NUMBERED.exec(a)
  const right = NUMBERED.exec(b)
  if (left === null || right === null) return left === right ? a.localeCompare(b, 'en') : left === null ? 1 : -1
  return left[1]!.localeCompare(right[1]!, 'en') || Number(left[2]) - Number(right[2])
}

/** Each once, in order, three or more in a row as one stretch: ["H12", "Y17–Y21", "Y30"]. */
export const refStretches = (refs: readonly string[]): string[] => {
  const sorted = [...new Set(refs)].sort(compareRefs)
  const stretches: string[][] = []
  for (const ref of sorted) {
    const match = NUMBERED.exec(ref)
    const last = stretches.at(-1)?.at(-1)
    const before = last === undefined ? null : NUMBERED.exec(last)
    const follows =
      match !== null && before !== null && match[1] === before[1] && Number(match[2]) === Number(before[2]) + 1
    if (follows) stretches.at(-1)!.push(ref)
    else stretches.push([ref])
  }
  return stretches.flatMap((stretch) => (stretch.length > 2 ? [`${stretch[0]}–${stretch.at(-1)}`] : stretch))
}
