import type { JielongList } from '../../station/jielong/list.js'
import { mayDo } from '../../station/people/permissions.js'
import { ROLES } from '../../station/roles.js'
import { foldWithMap } from '../../station/text/fold.js'
import { stripPoliteness } from '../../station/text/politeness.js'
import { momentOf } from '../../station/time/civil.js'
import { scanDate } from '../../station/time/scan-date.js'
import { createCommand } from '../activity/create.js'
import type { AnswerHandler, CommandContext } from '../context.js'
import { convenorOnDuty } from '../rotation/turns.js'
import { copy } from './copy.js'
import { mergeInto, rememberList } from './merge-into.js'
import { putQuestion } from './put-question.js'

const OPEN_MINUTES = 24 * 60
const YES = /^(?:是|是的|对|好|好的|建|可以|行|确认)$/
const NO = /^(?:不|不用|不用建|不建|不是|否|算了)$/
const CAPACITY = /限\s*\d{1,4}\s*(?:个?人|名|位)?/

/** A sign-up of no known activity is offered once to become one: to its sender, or to the convenor whose month it is. */
export async function offerToAdopt(context: CommandContext, list: JielongList): Promise<string> {
  const { db, station, speaker, now } = context
  await rememberList(context, list, null)
  const maySay = mayDo(createCommand, context.settings.permissions, speaker.roles)
  const askedId = maySay ? speaker.personId : await convenorOnDuty(db, station, now)
  const asked = askedId == null ? null : await db.person.findUnique({ where: { id: askedId } })
  if (!asked) return 'jielong:nobody-to-ask'
  const { title, line } = draft(context, list)
  const payload = { list, senderId: speaker.personId, line, askedAtMs: now.epochMilliseconds }
  await putQuestion(context, { personId: asked.id, kind: 'adopt-list', payload, openMinutes: OPEN_MINUTES })
  const name = maySay ? asked.name : `${asked.name}${ROLES.onDuty}`
  const text = line.when ? copy.adopt(name, title, spoken(line)) : copy.adoptWhen(name, title)
  if (context.roomId === null && !maySay) await context.tell(asked.id, text)
  else await context.say(text)
  return 'jielong:offered'
}

interface Draft {
  title: string
  /** As written, '' when the list does not say. */
  when: string
  rest: string
}

const spoken = ({ title, when, rest }: Draft): string => ['建活动', title, when, rest].filter(Boolean).join(' ')

/** The command that would make the activity: title, time, place and limit as the list's header says them. */
function draft({ now }: CommandContext, list: JielongList): { title: string; line: Draft } {
  const header = foldWithMap([list.header, list.tail].filter(Boolean).join('\n'))
  const scan = scanDate(header.text, now)
  const when = scan.kind === 'point' || scan.kind === 'range' ? header.text.slice(...scan.span) : ''
  const capacity = CAPACITY.exec(header.text)?.[0] ?? ''
  const words = list.header
    .replace(when, ' ')
    .replace(CAPACITY, ' ')
    .split(/[\s,，。；;、（）()]+/)
    .map((word) => word.replace(/(?:请|欢迎)?(?:大家)?(?:接龙|报名)$/, ''))
    .filter((word) => /\p{L}/u.test(word))
  const [title = '活动', place = ''] = words
  return { title, line: { title, when, rest: [place, capacity].filter(Boolean).join(' ') } }
}

export const adoptAnswer: AnswerHandler<string> = {
  accepts(folded, { line, askedAtMs }) {
    const said = stripPoliteness(folded)
    if (NO.test(said)) return 'no'
    const { when } = line as Draft
    if (when !== '') return YES.test(said) ? when : undefined
    const scan = scanDate(said, momentOf(askedAtMs as number))
    if (scan.kind === 'none') return undefined
    return said.slice(0, scan.span[0]).trim() + said.slice(scan.span[1]).trim() === '' ? said : undefined
  },
  async run(context, { list: offered, senderId, line }, when) {
    if (when === 'no') return
    const { db, station } = context
    const before = await db.activity.findFirst({ where: { stationId: station.id }, orderBy: { no: 'desc' } })
    await context.runLine(spoken({ ...(line as Draft), when }))
    const made = await db.activity.findFirst({ where: { stationId: station.id }, orderBy: { no: 'desc' } })
    if (!made || made.no === before?.no) return
    const list = offered as JielongList
    await rememberList(context, list, made.id)
    await mergeInto(context, list, made.no, senderId as number)
  },
}
