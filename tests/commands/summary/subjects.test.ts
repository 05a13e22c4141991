import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textOfFile } from '../../../commands/library/office-text.js'
import { summaryArchive } from '../../../commands/summary/archive-document.js'
import type { FormSection } from '../../../commands/summary/archive-form.js'
import type { Summary } from '../../../prisma/generated/client.js'
import { FIGURES, type FigureKey } from '../../../station/summary/figures.js'
import { GROUP_LINES } from '../../../station/summary/summary.js'
import { parseTranscript } from '../../replay/parse.js'
import { replay } from '../../replay/run.js'
import type { Stage } from '../../replay/stage.js'
import { Theatre } from '../../replay/theatre.js'

const TRANSCRIPT = new URL('../../transcripts/summaries/subjects.txt', import.meta.url)
const KINDS = ['day', 'week', 'month', 'quarter', 'year', 'since', 'activity', 'reception', 'topic', 'meeting']

/** Figures of a line, without the numbers of records behind it and dates. */
const figuresIn = (text: string): string[] =>
  text
    .replace(/（(?:[HYDTKL]\d|轮值)[^）]*）/gu, '')
    .replace(/\d+月(?:\d+日)?(?:[–-]\d+日)?|\d{4}年|轮值\d{4}-\d+|第\d+[条季]/gu, '')
    .match(/\d+/gu) ?? []

describe('every subject of a summary, as the conversation left it in the store', () => {
  let theatre: Theatre
  let stage: Stage
  let rows: Summary[]
  beforeAll(async () => {
    theatre = await Theatre.open()
    stage = await theatre.stage()
    const { failures } = await replay(parseTranscript(await readFile(TRANSCRIPT, 'utf8')), stage, '.')
    expect(failures).toEqual([])
    rows = await stage.prisma.summary.findMany({ orderBy: { id: 'asc' } })
  }, 120_000)
  afterAll(() => theatre.close())

  /** What somebody put into other words is theirs. */
  const asWritten = () => rows.filter(({ text }) => !text.startsWith('五华站观摩'))

  it('is there: periods, since the last, one record of each kind, one station and all of a district', () => {
    const kinds = new Set(rows.map(({ kind }) => kind))
    for (const kind of [...KINDS, 'consultation']) expect(kinds).toContain(kind)
    const about = new Set(rows.map((row) => row.about))
    for (const each of [null, 'H1', 'D1', 'K1', 'T1', 'L1', '秦淮', '秦淮:秦淮医疗']) expect(about).toContain(each)
  })

  it('群内: a title and at most five lines, each figure of which the full form holds', () => {
    for (const { text, archive } of asWritten()) {
      const [, ...lines] = text.split('\n')
      expect(lines.length).toBeLessThanOrEqual(GROUP_LINES)
      const filed = new Set(JSON.stringify(archive).match(/\d+/gu))
      for (const line of lines)
        for (const found of figuresIn(line)) expect(filed, `${found} in ${line}`).toContain(found)
    }
  })

  it('公开: every figure is a total of the same summary; nobody is named and no word is unmasked', () => {
    for (const { publicText, figures, archive } of rows) {
      const [, ...lines] = publicText.split('\n')
      const totals = (figures as unknown as { rows: { key: FigureKey; value: number }[] }).rows
      const known = new Set([
        ...totals.map(({ value }) => String(value)),
        ...(JSON.stringify(archive).match(/\d+(?=[条人项])/gu) ?? []),
      ])
      for (const line of lines)
        for (const found of figuresIn(line)) expect(known, `${found} in ${line}`).toContain(found)
      expect(publicText).not.toMatch(/张敏|陈静|赵磊|褚丽华|沈浩|李阿姨|女士|医生|1[3-9]\d{9}/)
    }
  })

  it('归档: the totals are the figures, and the docx holds every cell of the form', async () => {
    for (const row of rows) {
      const sections = row.archive as unknown as FormSection[]
      const totals = (row.figures as unknown as { rows: { key: FigureKey; value: number }[] }).rows
      const filed = new Map(
        sections.find(({ heading }) => heading === '合计')?.rows.map(([label, value]) => [label, value]) ?? [],
      )
      if (filed.size > 0) for (const { key, value } of totals) expect(filed.get(FIGURES[key].label)).toBe(String(value))
      const made = await summaryArchive.make({
        db: stage.prisma,
        services: stage.services,
        args: { id: row.id },
      } as never)
      const words = new Set(textOfFile('归档.docx', made.file!.bytes)!.split('\n'))
      for (const { rows: cells } of sections)
        for (const cell of cells.flat()) if (cell !== '') expect(words, `${row.kind} ${row.about}`).toContain(cell)
      for (const line of row.text.split('\n')) expect(words).toContain(line)
    }
  })

  it('nothing personal of a resident is in any version', () => {
    expect(JSON.stringify(rows)).not.toMatch(/1[3-9]\d{9}|李阿姨|王医生|刘女士|李女士/)
  })
})
