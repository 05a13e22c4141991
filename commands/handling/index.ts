import type { Opinion, Suggestion } from '../../prisma/generated/client.js'
import { MEMBERS, type Role } from '../../station/roles.js'
import { SUGGESTION_STATES, type SuggestionState } from '../../station/suggestion/states.js'
import { optional } from '../arguments.js'
import { type Command, command } from '../command.js'
import type { CommandContext } from '../context.js'
import { about, saying } from '../opinion/arguments.js'
import { patchOpinion } from '../opinion/opinion-row.js'
import { theOpinion } from '../opinion/step.js'
import { guarded } from '../opinion/without-numbers.js'
import { patchSuggestion, takeSteps, theSuggestion } from '../suggestion/row.js'
import { handlingCopy } from './copy.js'
import { nameUnits } from './name-units.js'
import { assignedOf, type HandlingLetter, partsFor, writeParts } from './parts.js'
import { duePartsOf } from './parts-line.js'
import { keepReceipt, receivedPart } from './receive.js'

const STAFF: readonly Role[] = ['liaison', 'head', 'district']

const receiveCommand = command({
  name: '签收',
  summary: '承办单位已签收建议',
  args: { no: about('J', '建议编号'), words: optional(saying('J', '哪家单位', '医保局')) },
  who: STAFF,
  changes: true,
  silentAlone: true,
  examples: ['签收 J5', '签收 J5 医保局'],
  async run(context, { no, words = '' }) {
    const row = await theSuggestion(context, no)
    if (!row) return
    const received = await receivedPart(context, 'J', no, words)
    if (received === null) return
    const unit = received ? received.part.unit : (row.unit ?? '')
    const taken = await takeSteps(context, row, [{ kind: 'receive' }], unit)
    if (!taken) return
    await context.say(
      received ? await keepReceipt(context, `J${no}`, received) : handlingCopy.received(`J${no}`, unit, []),
    )
  },
})

const IN_HAND: readonly string[] = ['assigned', 'handling', 'redo', '转办', '办理中']

const record = (context: CommandContext, letter: HandlingLetter, no: number): Promise<Suggestion | Opinion | null> =>
  letter === 'J' ? theSuggestion(context, no) : theOpinion(context, no)
const labelOf = ({ state }: { state: string }): string => SUGGESTION_STATES[state as SuggestionState]?.label ?? state

const assistCommand = (letter: HandlingLetter, kind: string) =>
  command({
    name: '会办',
    aliases: ['协办单位'],
    summary: `给${kind}加会办单位`,
    args: { no: about(letter, `${kind}编号`), words: optional(saying(letter, '会办单位', '医保局、财政局')) },
    who: STAFF,
    changes: true,
    silentAlone: true,
    examples: [`会办 ${letter}5 医保局`],
    async run(context, { no, words = '' }) {
      const ref = `${letter}${no}`
      const row = await record(context, letter, no)
      if (!row) return
      if (!IN_HAND.includes(row.state) || row.unit === null)
        return context.say(handlingCopy.notInHand(ref, labelOf(row)))
      const named = await nameUnits(context, `会办 ${words.replace(/^(?:会办|协办)[\s:：]*/, '')}`)
      if (named.kind !== 'units')
        return context.say(handlingCopy.whoAssists(ref, named.kind === 'unknown' ? named.typed : null))
      const before = await partsFor(context, letter, no)
      const has = before.length > 0 ? before.map(({ unit }) => unit) : [row.unit]
      const added = named.assigned.assisting.filter((unit) => !has.includes(unit))
      if (added.length === 0) return context.say(handlingCopy.already(ref, named.assigned.assisting.join('、')))
      await addAssistants(context, letter, row, added)
      const due = (await duePartsOf(context, letter, no, 'leadId' in row ? null : row)).find(({ part }) =>
        added.includes(part.unit),
      )
      await context.say(handlingCopy.assistAdded(ref, added, due?.dueOn ?? null))
    },
  })

async function addAssistants(
  context: CommandContext,
  letter: HandlingLetter,
  row: Suggestion | Opinion,
  added: readonly string[],
) {
  const { change, now, station, speaker } = context
  const assignedOn = now.toPlainDate()
  const before = await partsFor(context, letter, row.no)
  if (before.length === 0)
    await writeParts(context, letter, row.no, { mode: 'lead', lead: [row.unit!], assisting: added }, assignedOn)
  else
    for (const unit of added)
      await change.create('HandlingPart', {
        stationId: station.id,
        letter,
        recordNo: row.no,
        unit,
        role: 'assist',
        assignedOn: assignedOn.toString(),
      })
  if ('leadId' in row) {
    const assignment = assignedOf(await partsFor(context, letter, row.no)) as unknown as Suggestion['assignment']
    await patchSuggestion(context, row, { assignment }, '会办', added.join('、'))
  } else await patchOpinion({ change, now, speakerName: speaker.name }, row, {}, '会办', added.join('、'))
}

const RETURNED: readonly string[] = ['returned', '退办待改派']

/** 分办 is a hand-over to several, or after 退办 a new one: said in one word. */
const separateCommand = (letter: HandlingLetter, kind: string) =>
  command({
    name: '分办',
    summary: `把${kind}分给几家，各答各的`,
    args: { no: about(letter, `${kind}编号`), words: optional(saying(letter, '哪几家', '卫健委、教育局')) },
    who: STAFF,
    changes: true,
    silentAlone: true,
    examples: [`分办 ${letter}5 卫健委、教育局`],
    async run(context, { no, words = '' }) {
      const row = await record(context, letter, no)
      if (!row) return
      const verb = RETURNED.includes(row.state) ? '改派' : '交办'
      await context.runLine(`${verb} ${letter}${no} 分办 ${words}`)
    },
  })

const sheetCommand = (letter: HandlingLetter, kind: string) =>
  command({
    name: '承办情况',
    aliases: ['各家情况'],
    summary: `看${kind}各家单位办到哪一步`,
    args: { no: about(letter, `${kind}编号`) },
    who: MEMBERS,
    changes: false,
    silentAlone: true,
    examples: [`承办情况 ${letter}5`],
    async run(context, { no }) {
      const row = await record(context, letter, no)
      if (!row) return
      const parts = await duePartsOf(context, letter, no, 'leadId' in row ? null : row)
      const ref = `${letter}${no}`
      await context.say(parts.length > 0 ? handlingCopy.sheet(ref, parts) : handlingCopy.alone(ref, row.unit))
    },
  })

export const handlingCommands: readonly Command[] = [
  receiveCommand,
  assistCommand('J', '建议'),
  assistCommand('Y', '意见'),
  separateCommand('J', '建议'),
  separateCommand('Y', '意见'),
  sheetCommand('J', '建议'),
  sheetCommand('Y', '意见'),
].map(guarded)
