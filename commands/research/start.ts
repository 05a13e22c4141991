import { MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { count, optional, text } from '../arguments.js'
import { command } from '../command.js'
import { masked } from '../opinion/masked.js'
import { copy } from './copy.js'

/** 领衔 and 成员 open a part of the line; what stands before them is the title. */
const PARTS = /[\s,，]+(?=(?:领衔|成员|参加)[\s:：])/
const partNamed = (parts: readonly string[], word: RegExp): string =>
  parts
    .find((part) => word.test(part))
    ?.replace(word, '')
    .trim() ?? ''

export const startCommand = command({
  name: '选题',
  aliases: ['建成果', '立项调研'],
  summary: '立一个调研选题，编号 X',
  args: {
    year: optional(count('年份', '2026年', /(?:^|[\s,，])(20\d{2})(?:年|(?=[\s,，]|$))/)),
    words: text('题目和领衔', '《强化投资者教育》 领衔 沈浩'),
  },
  who: MEMBERS,
  changes: true,
  silentAlone: true,
  examples: ['选题 《强化投资者教育》 领衔 沈浩 成员 韩雪、杨帆', '选题 《强化投资者教育》 2020 领衔 沈浩'],
  async run(context, { year, words }) {
    const { db, change, station, speaker, now, say } = context
    const parts = words
      .replace(/(?:^|[\s,，])20\d{2}年?(?=[\s,，]|$)/, ' ')
      .trim()
      .split(PARTS)
    const title = parts[0]!.replace(/^领衔.*$/, '').trim()
    // X1 选题: the step of a piece that is none yet, not a title.
    if (title === '' || /^x\s?\d+$/i.test(title)) return say(copy.titleWanted)
    const leadName = partNamed(parts, /^领衔[\s:：]*/) || speaker.name
    const memberNames = partNamed(parts, /^(?:成员|参加)[\s:：]*/)
      .split(/[\s,，、]+/)
      .filter(Boolean)
    const people = await db.person.findMany({
      where: {
        name: { in: [leadName, ...memberNames] },
        memberships: { some: { stationId: station.id, state: 'agreed' } },
      },
    })
    const unknown = memberNames.filter((name) => !people.some((person) => person.name === name))
    if (unknown.length > 0) return say(copy.notMembers(unknown))
    const piece = await change.create('ResearchPiece', {
      stationId: station.id,
      no: await change.nextNumber(station.id, 'X'),
      title: await masked(context, title.replace(/^《|》$/g, '')),
      year: year ?? now.year,
      leadId: people.find(({ name }) => name === leadName)?.id ?? null,
      leadName,
      memberIds: people.filter(({ name }) => memberNames.includes(name)).map(({ id }) => id),
      startedAt: dateOf(now),
    })
    await say(copy.started(piece))
  },
})
