import { type Argument, optional } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { READERS } from './ask.js'
import { copy } from './copy.js'
import { period } from './period-argument.js'
import { THEME } from './title.js'
import { requestSummary, type SummaryRequest, type WantedPeriod } from './write.js'

type Letter = 'L' | 'K' | 'T' | 'J'

/** What people call a campaign, and the letter of its number; null: it has none, its theme gathers it. */
const NOUNS: Readonly<Record<string, Letter | null>> = {
  立法征求意见: 'L',
  征求意见: 'L',
  联席会议: 'T',
  联席会: 'T',
  联合督办: 'J',
  议题: 'K',
  意见征集: null,
  征集意见: null,
  意见收集: null,
  主题接待: null,
  集中走访: null,
  主题: null,
}

/** 小结 意见征集 本月 names no theme. */
const TIME = /^(?:[今昨]天|[本上今去前]|这个月|\d{1,4}[月年-]|第?[一二三四1-4]季|[上下]半年)/u

interface Campaign {
  noun: string
  /** "" where the noun alone says it. */
  name: string
}

const PATTERN = new RegExp(
  `^\\s*(${Object.keys(NOUNS).join('|')})(?:活动)?(?:$|[\\s:：,，]*$|(?:[\\s:：,，]+|(?=[“"《「]))[“"《「]?([^\\s“”"《》「」]{2,20})[”"》」]?(?=\\s|$))`,
  'u',
)

/** 意见征集 停车, 征求意见 中医药条例草案, 联席会: the campaign by its noun and its name. */
function campaign(): Argument<Campaign> {
  return {
    label: '征集',
    example: '意见征集 停车',
    take(line) {
      const found = PATTERN.exec(line.rest)
      if (!found) return { missing: true }
      const [whole, noun, said] = found
      const name = said !== undefined && TIME.test(said) ? undefined : said
      const end = found.index + whole.length
      if (name === undefined) {
        line.claim(found.index, said === undefined ? end : end - said.length)
        return { value: { noun: noun!, name: '' } }
      }
      const from = line.rest.indexOf(name, line.rest.indexOf(noun!) + noun!.length)
      const value = { noun: noun!, name: line.take(from, from + name.length).trim() }
      line.claim(found.index, end)
      return { value }
    },
  }
}

/** The stretch somebody named; without one, everything since the campaign's first record. */
const stretchFrom = ({ now }: CommandContext, { kind, on, until }: WantedPeriod): Partial<SummaryRequest> => {
  if (kind === 'since' && on === undefined) return {}
  return { kind, on: on ?? now.toPlainDate().toString(), ...(until !== undefined && { until }) }
}

interface Numbered {
  ref: string
  title: string
}

/** Everything of a letter that there is to summarise, newest first. */
async function numbered({ db, station }: CommandContext, letter: Letter): Promise<Numbered[]> {
  const where = { stationId: station.id, state: { notIn: ['struck', 'cancelled'] } }
  const newest = { orderBy: { no: 'desc' as const } }
  switch (letter) {
    case 'L':
      return (await db.consultation.findMany({ where, ...newest })).map(({ no, title }) => ({ ref: `L${no}`, title }))
    case 'K':
      return (await db.topicWork.findMany({ where, ...newest })).map((row) => ({
        ref: `K${row.no}`,
        title: row.question,
      }))
    case 'T':
      return (await db.meeting.findMany({ where, ...newest })).map(({ no, agenda }) => ({
        ref: `T${no}`,
        title: (agenda as unknown as { topic: string }[]).map(({ topic }) => topic).join('、'),
      }))
    case 'J':
      return supervised({ db, station })
  }
}

async function supervised({ db, station }: Pick<CommandContext, 'db' | 'station'>): Promise<Numbered[]> {
  const going = await db.supervision.findMany({ where: { stationId: station.id }, orderBy: { id: 'desc' } })
  const nos = (wanted: string) => going.filter(({ letter }) => letter === wanted).map(({ recordNo }) => recordNo)
  const [suggestions, opinions] = [
    await db.suggestion.findMany({ where: { stationId: station.id, no: { in: nos('J') } } }),
    await db.opinion.findMany({ where: { stationId: station.id, no: { in: nos('Y') } } }),
  ]
  return [
    ...suggestions.map(({ no, title }) => ({ ref: `J${no}`, title })),
    ...opinions.map(({ no, text }) => ({ ref: `Y${no}`, title: text })),
  ]
}

/** 小结 意见征集 停车: opinions gathered about one theme; 小结 征求意见 …: what has a number, by its name. */
export const campaignCommand = command({
  name: '小结',
  aliases: ['总结'],
  summary: '按主题或名称出意见征集的小结',
  args: { campaign: campaign(), wanted: optional(period()) },
  who: READERS,
  changes: true,
  examples: ['小结 意见征集 停车', '小结 征求意见 中医药条例草案'],
  async run(context, { campaign: { noun, name }, wanted }) {
    const letter = NOUNS[noun]!
    if (letter === null && name === '') return context.say(copy.themeWanted(noun))
    const rows = letter === null ? [] : (await numbered(context, letter)).filter(({ title }) => title.includes(name))
    if (letter !== null && (name === '' || rows.length > 0)) {
      if (rows.length === 0) return context.say(copy.noneGathered(noun))
      if (rows.length > 1) return context.say(copy.whichGathered(noun, rows))
      return requestSummary(context, { kind: null, subject: rows[0]!.ref, draft: true })
    }
    await requestSummary(context, {
      kind: null,
      subject: `${THEME}${name}`,
      draft: true,
      ...(wanted && stretchFrom(context, wanted)),
    })
  },
})
