import { isInLine } from '../../station/activity/sign-up-status.js'
import { resolveRows } from '../../station/jielong/resolve-rows.js'
import { LEADING } from '../../station/roles.js'
import { theActivities } from '../activity/find.js'
import { optional, reference, text } from '../arguments.js'
import { command } from '../command.js'
import { adoptAnswer } from './adopt.js'
import { consentAnswer } from './consent.js'
import { copy } from './copy.js'
import { stillComingAnswer } from './doubts.js'
import { readKeptList } from './read-kept-list.js'
import { stationPeople } from './roster.js'
import { whoseRowAnswer } from './unrecognised.js'

/** Shows what a list would change, before anybody counts on it. */
export const compareCommand = command({
  name: '接龙 对比',
  aliases: ['接龙对比', '对比接龙', '核对接龙'],
  summary: '看接龙与报名差在哪里',
  args: { number: optional(reference('H', '活动编号')), pasted: optional(text('接龙', '#接龙…')) },
  who: LEADING,
  changes: false,
  examples: ['接龙 对比 H12'],
  async run(context, { number, pasted }) {
    const list = readKeptList(context.message.quoted ?? '') ?? (pasted === undefined ? null : readKeptList(pasted))
    if (!list) return context.say(copy.noList)
    const [open] = await theActivities(context, number === undefined ? undefined : [number], '接龙 对比')
    if (!open) return
    const { roster, personOf } = await stationPeople(context)
    const { rows } = resolveRows(list, roster, personOf)
    const listed = new Set(rows.flatMap(({ personId, struck }) => (personId === null || struck ? [] : [personId])))
    const inLine = open.book.rows.filter(({ status }) => isInLine(status))
    await context.say(
      copy.compared(open.activity, {
        more: [...listed]
          .filter((id) => !inLine.some((row) => row.person.id === id))
          .map((id) => roster.nameOf.get(id)!),
        fewer: inLine.filter((row) => !listed.has(row.person.id)).map((row) => row.person.name),
        unknown: rows.filter(({ personId }) => personId === null).map((row) => row.text),
      }),
    )
  },
  answers: {
    'on-behalf': consentAnswer,
    'still-coming': stillComingAnswer,
    'whose-row': whoseRowAnswer,
    'adopt-list': adoptAnswer,
  },
})
