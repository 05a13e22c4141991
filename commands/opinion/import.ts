import { LEADING, MEMBERS } from '../../station/roles.js'
import { count, text, word } from '../arguments.js'
import { command } from '../command.js'
import { copy } from './copy.js'
import { record, sayRecorded, store } from './record.js'

const SOURCES: Readonly<Record<string, string>> = { 观察点: '社区观察点', 家: '代表之家', 室: '代表工作室' }
/** Names of neighbours that send matters over, by the word people use. */
const sourceNamed = (typed: string): string => SOURCES[typed] ?? typed

const withoutNumbers = (raw: string): string[] =>
  raw
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\d{1,2}\s*[.、．)）]|[①-⑳])\s*/, '').trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line))

export const importCommand = command({
  name: '导入',
  summary: '登记观察点、家、室送来的意见',
  args: { wanted: count('条数', '3条', /(\d{1,2})\s*[条件]/), source: word('来源', '观察点') },
  who: LEADING,
  changes: true,
  records: true,
  examples: ['导入 观察点 3条'],
  async run(context, { source, wanted }) {
    const name = sourceNamed(source)
    await context.ask({ kind: 'observations', payload: { name, wanted }, text: copy.observationsWanted(name, wanted) })
  },
  answers: {
    observations: {
      accepts: (folded, payload) =>
        folded.trim().split('\n').length === (payload.wanted as number) ? true : undefined,
      async run(context, payload) {
        const lines = withoutNumbers(context.message.raw)
        const wanted = payload.wanted as number
        if (lines.length !== wanted) return context.say(copy.observationsCount(wanted, lines.length))
        const rows = []
        for (const line of lines) rows.push(...(await store(context, line, { source: payload.name as string })))
        if (rows.length > 0) await sayRecorded(context, rows)
      },
    },
  },
})

export const ideaCommand = command({
  name: '建言',
  aliases: ['献策', '金点子'],
  summary: '记一条建言，以后整理成建议',
  args: { words: text('内容', '建立名老中医工作室补贴', { anything: true }) },
  who: MEMBERS,
  changes: true,
  records: true,
  examples: ['建言 建立名老中医工作室补贴'],
  run: (context, { words }) => record(context, words, { kind: '建言' }),
})
