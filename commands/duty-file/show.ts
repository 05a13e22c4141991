import { yearSpan } from '../../station/ledger/span.js'
import { MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { optional } from '../arguments.js'
import { command } from '../command.js'
import type { AnswerHandler, CommandContext } from '../context.js'
import { requestDocument } from '../documents/request.js'
import { mark } from '../keyed.js'
import { spanOf } from '../ledger/arguments.js'
import { copy } from './copy.js'
import { GALLERY_DOCUMENT } from './gallery-document.js'
import { dutyFiles } from './load.js'
import { ownFile } from './own.js'

const CONSENT_HOURS = 48

async function keepConsent({ db, change, station, speaker, now }: CommandContext, state: 'agreed' | 'declined') {
  const key = { stationId: station.id, personId: speaker.personId }
  const answer = { state, answeredAt: dateOf(now) }
  const known = await db.showConsent.findUnique({ where: { stationId_personId: key } })
  if (known) await change.update('ShowConsent', known.id, answer)
  else await change.create('ShowConsent', { ...key, ...answer })
}

const consentAnswer: AnswerHandler<boolean> = {
  accepts: (folded) =>
    /^(?:同意|同意展示)$/.test(folded.trim()) ? true : /^不同意(?:展示)?$/.test(folded.trim()) ? false : undefined,
  async run(context, _payload, agreed) {
    await keepConsent(context, agreed ? 'agreed' : 'declined')
    await context.say(agreed ? copy.thanks : copy.declined)
  },
}

/** One's own year in a line, and the question whether others may see it. Silence is no consent. */
export const achievementsCommand = command({
  name: '我的成果',
  summary: '看自己一年的成果，问是否展示',
  args: { span: optional(spanOf()) },
  who: MEMBERS,
  changes: true,
  examples: ['我的成果', '我的成果 2025'],
  async run(context, { span = yearSpan(context.now.year) }) {
    const { db, station, speaker, say } = context
    const file = await ownFile(context, span)
    if (!file) return
    const key = { stationId: station.id, personId: speaker.personId }
    const consent = await db.showConsent.findUnique({ where: { stationId_personId: key } })
    const own = copy.achievements(span.label, file)
    if (consent?.state === 'agreed') return say(`${own}${copy.consented}`)
    await context.ask({
      kind: 'show-consent',
      payload: {},
      text: `${own}${copy.askConsent}`,
      openMinutes: CONSENT_HOURS * 60,
    })
  },
  answers: { 'show-consent': consentAnswer as AnswerHandler },
})

export const withdrawConsentCommand = command({
  name: '不再展示',
  aliases: ['撤回展示'],
  summary: '不再展示自己的履职数字',
  who: MEMBERS,
  changes: true,
  examples: ['不再展示'],
  async run(context) {
    await keepConsent(context, 'declined')
    await context.say(copy.withdrawn)
  },
})

/** 公开版: only deputies who said yes themselves, in the order of the roster: a gallery, no ranking. */
export const galleryCommand = command({
  name: '履职展示',
  aliases: ['代表风采', '成果展示'],
  summary: '看同意展示的代表履职情况',
  args: { picture: mark('图', /图片?/), span: optional(spanOf()) },
  who: MEMBERS,
  changes: false,
  examples: ['履职展示', '履职展示 2025', '履职展示 图'],
  async run(context, { picture, span = yearSpan(context.now.year) }) {
    if (!picture) return context.say(copy.gallery(span.label, await consentedFiles({ ...context, span })))
    const args = { from: span.from.toString(), until: span.until.toString(), label: span.label }
    await requestDocument(context, { kind: GALLERY_DOCUMENT, args, to: 'here' })
  },
})

/** Files of those whose last word was yes. */
export async function consentedFiles(asked: Parameters<typeof dutyFiles>[0]) {
  const agreed = await asked.db.showConsent.findMany({ where: { stationId: asked.station.id, state: 'agreed' } })
  return dutyFiles({ ...asked, personIds: agreed.map(({ personId }) => personId) })
}
