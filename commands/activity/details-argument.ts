import { ACTIVITY_TYPES } from '../../station/activity/types.js'
import type { Argument } from '../arguments.js'
import { keyed } from '../keyed.js'

/** What the types ask beyond time and place, each announced by its label: 科室分工：内科、口腔. */
export function detailsArgument(): Argument<Record<string, string>> {
  const fields = ACTIVITY_TYPES.flatMap(({ fields }) => fields)
  const labels = [...new Set(fields.map(({ label }) => label))].sort((a, b) => b.length - a.length)
  const labelled = labels.map((label) => ({
    key: fields.find((field) => field.label === label)!.key,
    argument: keyed([label], label, ''),
  }))
  return {
    label: '细节',
    example: '科室分工：内科、口腔',
    optional: true,
    take(line, at) {
      const found: Record<string, string> = {}
      for (const { key, argument } of labelled) {
        const taken = argument.take(line, at)
        if ('value' in taken) found[key] = taken.value
      }
      return { value: found }
    },
  }
}
