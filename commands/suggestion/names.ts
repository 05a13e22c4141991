import type { Role } from '../../station/roles.js'
import { MEMBERS } from '../../station/roles.js'
import { type CongressLevel, cosign, countNames, uncosign } from '../../station/suggestion/cosigners.js'
import { optional } from '../arguments.js'
import { command } from '../command.js'
import { about, saying } from '../opinion/arguments.js'
import { copy } from './copy.js'
import { paperOf, patchSuggestion, takeSteps, theSuggestion } from './row.js'

const DEPUTIES: readonly Role[] = ['deputy']

export const openNamesCommand = command({
  name: '征集联名',
  summary: '请代表们自愿联名',
  args: { no: about('J', '建议编号') },
  who: MEMBERS,
  changes: true,
  examples: ['征集联名 J6'],
  async run(context, { no }) {
    const row = await theSuggestion(context, no)
    const taken = row && (await takeSteps(context, row, [{ kind: 'openForNames' }], ''))
    if (taken) await context.announce(copy.namesOpen(taken.row, context.speaker.name), { urgent: true })
  },
})

export const cosignCommand = command({
  name: '联名',
  aliases: ['我联名', '同意联名'],
  summary: '本人联名一件建议',
  args: { no: about('J', '建议编号') },
  who: DEPUTIES,
  changes: true,
  examples: ['联名 J6'],
  async run(context, { no }) {
    const { speaker } = context
    const row = await theSuggestion(context, no)
    if (!row) return
    const levels = speaker.level === null ? [] : [speaker.level as CongressLevel]
    const decided = cosign(paperOf(row), { personId: speaker.personId, levels })
    if (!decided.ok) return context.say(copy.cosignRefused(no, decided.error))
    const after = await patchSuggestion(context, row, { cosignerIds: [...decided.value.coSignerIds] }, '联名', '')
    await context.say(copy.cosigned(after, speaker.name, decided.value))
  },
})

export const uncosignCommand = command({
  name: '退出联名',
  summary: '退出自己的联名',
  args: { no: about('J', '建议编号') },
  who: DEPUTIES,
  changes: true,
  examples: ['退出联名 J6'],
  async run(context, { no }) {
    const row = await theSuggestion(context, no)
    if (!row) return
    const decided = uncosign(paperOf(row), context.speaker.personId)
    if (!decided.ok) return context.say(copy.cosignRefused(no, decided.error))
    await patchSuggestion(context, row, { cosignerIds: [...decided.value.coSignerIds] }, '退出联名', '')
    await context.say(copy.uncosigned(no, context.speaker.name, decided.value.count.names))
  },
})

export const submittedCommand = command({
  name: '已提交',
  aliases: ['提交'],
  summary: '记官方系统里的提交编号',
  args: { no: about('J', '建议编号'), words: optional(saying('J', '系统编号', '编号 2026-015')) },
  who: MEMBERS,
  changes: true,
  examples: ['J6 已提交 编号 2026-015'],
  async run(context, { no, words = '' }) {
    const row = await theSuggestion(context, no)
    if (!row) return
    // One word: an office's number, which may look like a resident's; whatever is said after it is not kept.
    const [platformNo = ''] = words.replace(/^(?:系统)?编号[\s:：]*/, '').split(/[\s,，。;；]/)
    const event = { kind: 'submit' as const, platformNo, on: context.now.toPlainDate() }
    const taken = await takeSteps(context, row, [event], platformNo, { platformNo })
    if (taken) await context.say(copy.submitted(taken.row, countNames(paperOf(row)).names))
  },
})
