import type { StandardItem } from '../../prisma/generated/client.js'
import { isSixWord, lineNamed, linesOf, SIX, SIX_HAVES, standingOf } from '../../station/library/standard.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { type Argument, oneOf, optional, text } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext, StationContext } from '../context.js'
import { keepPictures } from '../files/keep-pictures.js'
import { copy } from './copy.js'

const NAMED = /[二三四五六七八九十]有/u

/** Which N有 a line speaks of, also where that word is the command's own name. */
function standard(): Argument<string> {
  return {
    label: '标准',
    example: '八有',
    take(line) {
      const match = NAMED.exec(line.folded.text)
      if (!match) return { missing: true }
      if (NAMED.test(line.rest)) line.claim(match.index, match.index + match[0].length)
      return { value: match[0] }
    },
  }
}

/** 成果展示, 第5项 or a line's own name, and what proves it. */
function lineAndEvidence(): Argument<{ word: string; no: number | null; evidence: string }> {
  return {
    label: '项目和依据',
    example: '成果展示',
    take(line, at) {
      const match = /第\s*(\d{1,2})\s*[项条]|[^\s:：,，、]+/u.exec(line.rest)
      if (!match) return { missing: true }
      const [word, no] = match
      const shaped = no !== undefined || isSixWord(word)
      if (shaped) line.claim(match.index, match.index + word.length)
      else line.take(match.index, match.index + word.length)
      const evidence = text('依据', '见第3号文件').take(line, at)
      return {
        value: { word, no: no === undefined ? null : Number(no), evidence: 'value' in evidence ? evidence.value : '' },
      }
    },
  }
}

/** The lines of a standard, in order; the six are there without being set. */
async function linesIn(context: StationContext, name: string): Promise<StandardItem[]> {
  const { db, station, change } = context
  const where = { stationId: station.id, standard: name, state: { not: 'struck' } }
  const rows = await db.standardItem.findMany({ where, orderBy: { no: 'asc' } })
  if (rows.length > 0 || name !== SIX) return rows
  const six: StandardItem[] = []
  for (const [index, line] of SIX_HAVES.entries())
    six.push(await change.create('StandardItem', { stationId: station.id, standard: SIX, no: index + 1, name: line }))
  return six
}

const told = (rows: readonly StandardItem[]) =>
  standingOf(rows.map(({ name, state }) => ({ name, met: state === 'met' })))

async function meet(context: CommandContext, row: StandardItem, evidence: string): Promise<void> {
  await context.change.update('StandardItem', row.id, {
    state: 'met',
    metOn: context.now.toPlainDate().toString(),
    evidence,
    byName: context.speaker.name,
  })
}

/** 六有: how many are met; 六有 成果展示, after its photograph: met. */
export const standardCommand = command({
  name: SIX,
  aliases: ['二有', '三有', '四有', '五有', '七有', '八有', '九有', '十有'],
  summary: '看六有达标，或发照片后报一项',
  args: { standard: standard(), line: optional(lineAndEvidence()) },
  who: MEMBERS,
  changes: true,
  examples: ['六有', '六有 成果展示'],
  async run(context, { standard: name, line }) {
    const rows = await linesIn(context, name)
    if (rows.length === 0) return context.say(copy.noStandard(name))
    const before = told(rows)
    if (line === undefined) return context.say(copy.standard(name, before.met, before.total, before.lacking))
    const { word, no, evidence } = line
    const row = no === null ? lineNamed(rows, word) : (rows.find((each) => each.no === no) ?? null)
    if (row === null) {
      if ([...word].length > 8) return
      return context.say(
        copy.noLine(
          name,
          word,
          rows.map((each) => each.name),
        ),
      )
    }
    if (!LEADING.some((role) => context.speaker.roles.has(role)))
      return context.say(copy.standard(name, before.met, before.total, before.lacking))
    const pictures = await keepPictures(context, `${name}:${row.name}`)
    if (pictures === 0 && evidence === '') return context.say(copy.evidenceWanted(name, row.name))
    await meet(context, row, evidence === '' ? `照片${pictures}张` : evidence)
    const after = told(await linesIn(context, name))
    await context.say(copy.lineMet(name, row, pictures, after.met, after.total))
  },
})

/** Lines sent one a line, with or without numbers before them. */
const linesSent = (raw: string): string[] =>
  raw
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\d{1,2}\s*[.、．)）]|[①-⑳])\s*/u, '').trim())
    .filter((line) => line !== '' && [...line].length <= 30)

export const setStandardCommand = command({
  name: '标准',
  summary: '自定义N有标准',
  args: { own: optional(oneOf('自定义', { 自定义: true })), standard: standard() },
  who: LEADING,
  changes: true,
  examples: ['标准 八有 自定义'],
  async run(context, { own, standard: name }) {
    const lines = linesOf(name)
    const rows = await linesIn(context, name)
    if (!own || lines === null) {
      const { met, total, lacking } = told(rows)
      return context.say(rows.length === 0 ? copy.noStandard(name) : copy.standard(name, met, total, lacking))
    }
    await context.ask({ kind: 'standard-lines', payload: { name, lines }, text: copy.linesWanted(name, lines) })
  },
  answers: {
    'standard-lines': {
      accepts: (folded, payload) => {
        const got = folded.trim().split('\n').length
        return got >= 2 && Math.abs(got - (payload.lines as number)) <= 2 ? true : undefined
      },
      async run(context, payload) {
        const { name, lines } = payload as { name: string; lines: number }
        const names = linesSent(context.message.kept)
        if (names.length !== lines)
          return context.ask({ kind: 'standard-lines', payload, text: copy.linesCount(lines, names.length) })
        const { db, station, change } = context
        const old = await db.standardItem.findMany({
          where: { stationId: station.id, standard: name, state: { not: 'struck' } },
        })
        for (const { id } of old) await change.update('StandardItem', id, { state: 'struck' })
        for (const [index, line] of names.entries()) {
          // a line that stays keeps its evidence
          const kept = old.find((row) => row.name === line)
          await change.create('StandardItem', {
            stationId: station.id,
            standard: name,
            no: index + 1,
            name: line,
            state: kept?.state ?? 'open',
            metOn: kept?.metOn ?? null,
            evidence: kept?.evidence ?? null,
            byName: kept?.byName ?? null,
          })
        }
        await context.say(copy.standardSet(name, names))
      },
    },
  },
})

export const plaqueCommand = command({
  name: '标识',
  aliases: ['标志牌', '标识牌'],
  summary: '发照片后报标识已挂牌',
  args: { hung: oneOf('已挂牌', { 已挂牌: true, 挂牌了: true }) },
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['标识 已挂牌'],
  async run(context) {
    const pictures = await keepPictures(context, '六有:标志牌')
    if (pictures === 0) return context.say(copy.plaqueWanted)
    const row = lineNamed(await linesIn(context, SIX), '标志牌')
    if (row) await meet(context, row, `照片${pictures}张`)
    if (!context.station.plaqueOn)
      await context.change.update('Station', context.station.id, { plaqueOn: context.now.toPlainDate().toString() })
    await context.say(copy.plaqueMet('标志牌', pictures))
  },
})
