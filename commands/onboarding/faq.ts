import { LEADING, MEMBERS } from '../../station/roles.js'
import { stripPoliteness } from '../../station/text/politeness.js'
import { dateOf, momentOf } from '../../station/time/civil.js'
import { type Argument, count, optional, text } from '../arguments.js'
import { command } from '../command.js'
import type { StationContext } from '../context.js'
import { copy } from './copy.js'
import { FAQ } from './faq-copy.js'

/** Longer than that it is no answer for a group chat. */
const ANSWER_CHARS = 200

const number = (): Argument<number> => count('第几问', '3', /^\s*第?(\d{1,2})问?(?=\s|$)/)

/** The answer in force: the station's newest own one, else the general one. */
export async function faqAnswer({ db, station, settings }: StationContext, no: number): Promise<string | null> {
  const general = FAQ[no - 1]
  if (!general) return null
  const own = await db.faqAnswer.findFirst({
    where: { stationId: station.id, no, struck: false },
    orderBy: { version: 'desc' },
  })
  return own?.answer ?? general.answer(station, settings)
}

/** Which of the questions a whole line asks; undefined: none. */
export function faqAsked(folded: string): number | undefined {
  const asked = stripPoliteness(folded)
    .replace(/^\s*(?:请问|想问|问)(?:一下|下)?[\s,:]*/, '')
    .replace(/^(?:@?(?:联络站)?小?助手)[\s,:，：]*/, '')
    .replace(/(?:呢|呀|啊|的|吗)?[\s?？!！。.~]*$/, '')
    .replace(/\s+/g, '')
  const index = FAQ.findIndex(({ asks }) => asks.test(asked))
  return index < 0 ? undefined : index + 1
}

export const faqCommand = command({
  name: '问答',
  aliases: ['常见问题', 'faq'],
  summary: '看新代表常问的十个问题',
  args: { no: optional(number()) },
  who: MEMBERS,
  changes: false,
  examples: ['问答', '问答 1'],
  async run(context, { no }) {
    if (no === undefined) return context.say(copy.faqList(FAQ.map(({ question }) => question)))
    await context.say((await faqAnswer(context, no)) ?? copy.noFaq(no, FAQ.length))
  },
})

export const editFaqCommand = command({
  name: '改问答',
  summary: '改本站对常见问题的答案',
  args: { no: number(), words: text('新答案', '“家”管选区民意，“站”管专业问题。') },
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['改问答 1 “家”管选区民意，“站”管专业问题。'],
  async run({ change, db, station, speaker, now, say }, { no, words }) {
    if (!FAQ[no - 1]) return say(copy.noFaq(no, FAQ.length))
    if ([...words].length > ANSWER_CHARS) return say(copy.faqTooLong(ANSWER_CHARS))
    const last = await db.faqAnswer.findFirst({ where: { stationId: station.id, no }, orderBy: { version: 'desc' } })
    const version = (last?.version ?? 0) + 1
    const written = { answer: words, byName: speaker.name, at: dateOf(now) }
    await change.create('FaqAnswer', { stationId: station.id, no, version, ...written })
    await say(copy.faqKept(no, version))
  },
})

export const faqVersionsCommand = command({
  name: '问答版本',
  summary: '看一个答案改过几次',
  args: { no: number() },
  who: LEADING,
  changes: false,
  silentAlone: true,
  examples: ['问答版本 1'],
  async run({ db, station, say }, { no }) {
    if (!FAQ[no - 1]) return say(copy.noFaq(no, FAQ.length))
    const rows = await db.faqAnswer.findMany({
      where: { stationId: station.id, no, struck: false },
      orderBy: { version: 'asc' },
    })
    const dated = rows.map(({ at, ...row }) => {
      const day = momentOf(at)
      return { ...row, on: `${day.month}月${day.day}日` }
    })
    await say(copy.faqVersions(no, dated))
  },
})
