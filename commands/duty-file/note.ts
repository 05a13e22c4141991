import { historyDay } from '../../station/ledger/history-rows.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { oneOf, text } from '../arguments.js'
import { command } from '../command.js'
import { masked } from '../opinion/masked.js'
import { memberNamed } from '../people/member-named.js'
import { copy } from './copy.js'

const SECTION_WORDS = { 述职: 'report', 受监督: 'report', 表彰: 'honour', 奖励: 'honour' } as const
const DAY = /20\d{2}(?:[-年./]\d{1,2}(?:[-月./]\d{1,2}日?)?月?)?/

/** What no record of the chat holds: 述职, 表彰. The deputy's own word, or the liaison's. */
export const noteCommand = command({
  name: '履职补记',
  summary: '补记述职、表彰到履职档案',
  args: { section: oneOf('述职或表彰', SECTION_WORDS), words: text('日期和内容', '2026-12-01 向双塘街道选民述职') },
  who: MEMBERS,
  changes: true,
  silentAlone: true,
  examples: ['履职补记 述职 2026-12-01 向双塘街道选民述职', '履职补记 张敏 表彰 2026-12 优秀代表'],
  async run(context, { section, words }) {
    const { change, station, speaker, now, say } = context
    const day = DAY.exec(words)
    if (!day) return say(copy.noteUsage)
    const name = words
      .slice(0, day.index)
      .replace(/述职|受监督|表彰|奖励/g, ' ')
      .trim()
    const told = words.slice(day.index + day[0].length).trim()
    if (told === '') return say(copy.noteUsage)
    const person = name === '' ? { id: speaker.personId, name: speaker.name } : await memberNamed(context, name)
    if (!person) return say(copy.notMember(name))
    if (person.id !== speaker.personId && !LEADING.some((role) => speaker.roles.has(role))) return say(copy.onlyOwn)
    const on = historyDay(day[0])!
    await change.create('DutyFileNote', {
      stationId: station.id,
      personId: person.id,
      section,
      on,
      text: await masked(context, told),
      recordedAt: dateOf(now),
    })
    await say(copy.noted(person.name, section === 'report' ? '述职' : '表彰', on))
  },
})
