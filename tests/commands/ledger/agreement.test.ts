import readXlsx from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { press } from '../../../bot/press/press.js'
import { copy as checkUpCopy } from '../../../commands/check-up/copy.js'
import { checkUpFacts } from '../../../commands/check-up/load.js'
import { documents } from '../../../commands/documents/index.js'
import { dutyFiles } from '../../../commands/duty-file/load.js'
import { reportPaper } from '../../../commands/duty-file/report-document.js'
import { periodOf } from '../../../commands/ledger/ledger.js'
import { ledgerDocument } from '../../../commands/ledger/ledger-document.js'
import { textOfFile } from '../../../commands/library/office-text.js'
import { stationContext } from '../../../commands/station-context.js'
import { summaryArchive } from '../../../commands/summary/archive-document.js'
import { periodRecords } from '../../../commands/summary/load.js'
import { versionsOf } from '../../../commands/summary/versions.js'
import type { Station } from '../../../prisma/generated/client.js'
import { scoresOf } from '../../../station/check-up/score.js'
import { yearSpan } from '../../../station/ledger/span.js'
import { FIGURES } from '../../../station/summary/figures.js'
import { parseMoment } from '../../../station/time/civil.js'
import { readBar, readPicture } from '../../bot/press/drawn.js'
import { seeded } from '../../prisma/seeded.js'
import type { Stage } from '../../replay/stage.js'
import { Theatre } from '../../replay/theatre.js'
import { recordMonths } from './records.js'

const NOW = parseMoment('2026-07-05 08:10')
const SPAN = yearSpan(2026)
const GONE = ['撤回', '误记', '取消']

type Row = Record<string, string | number | null>

/** A sheet as rows by the titles of its columns. */
const rowsBy = (data: readonly (readonly unknown[])[]): Row[] => {
  const [, head = [], ...rows] = data
  return rows.map((row) => Object.fromEntries(head.map((title, index) => [String(title), row[index] ?? null]))) as Row[]
}
const sum = (rows: readonly Row[], title: string): number =>
  rows.reduce((total, row) => total + Number(row[title] ?? 0), 0)
const numberIn = (text: string, pattern: RegExp): number | undefined => {
  const found = pattern.exec(text)?.[1]
  return found === undefined ? undefined : Number(found)
}

describe.each([1, 2])(
  'records made by chance, number %i: every way they are told agrees to the last figure',
  (seed) => {
    let theatre: Theatre
    let stage: Stage
    let station: Station
    let sheets: Map<string, Row[]>
    let totals: Map<string, number>
    beforeAll(async () => {
      theatre = await Theatre.open()
      stage = await theatre.stage()
      await stage.load(['秦淮医疗'])
      station = await stage.prisma.station.findFirstOrThrow()
      await stage.prisma.$transaction(
        (tx) => {
          const doing = { action: 'test', changeId: 'records', actorId: null, actorName: '孙莉', causeSeq: null }
          const context = stationContext(tx, station, NOW, stage.services, doing)
          return recordMonths(context, seeded(seed), { year: 2026, months: [1, 2, 3, 5] })
        },
        { timeout: 120_000 },
      )
      const made = await ledgerDocument.make({
        db: stage.prisma,
        station,
        now: NOW,
        services: stage.services,
        personId: 1,
        args: { book: null, format: 'xlsx', from: '2026-01-01', until: '2027-01-01', label: '2026年' },
      })
      const pages = await readXlsx(Buffer.from(made.file!.bytes))
      sheets = new Map(pages.map(({ sheet, data }) => [sheet.replace(/^\d+/, ''), rowsBy(data)]))
      totals = new Map(sheets.get('合计')!.map((row) => [String(row.项目), Number(row.数量)]))
    }, 180_000)
    afterAll(() => theatre.close())
    const book = (title: string): Row[] => sheets.get(title)!
    const versions = async () => versionsOf(await periodRecords(stage.prisma, station, periodOf(SPAN), NOW))

    test('the three versions and the first page of the workbook', async () => {
      const { summary, archive, group, public: shown } = await versions()
      for (const { key, value } of summary.figures.rows) expect(totals.get(FIGURES[key].label), key).toBe(value)
      for (const { category, value } of summary.figures.categories)
        expect(totals.get(`${category ?? '未分类'}意见`)).toBe(value)
      const filed = new Map(
        archive.find(({ heading }) => heading === '合计')!.rows.map(([label, value]) => [label, value]),
      )
      expect(filed).toEqual(new Map([...totals].map(([label, value]) => [label, String(value)])))
      expect(numberIn(group, /活动(\d+)场/)).toBe(totals.get('已办活动'))
      expect(numberIn(group, /接待(\d+)次/)).toBe(totals.get('已办接待'))
      expect(numberIn(group, /来访(\d+)人次/)).toBe(totals.get('来访'))
      expect(numberIn(group, /意见(\d+)件/)).toBe(totals.get('登记意见'))
      expect(numberIn(shown, /开展活动(\d+)场/)).toBe(totals.get('已办活动'))
      expect(numberIn(shown, /到场(\d+)人次/)).toBe(totals.get('到场'))
      expect(numberIn(shown, /受众(\d+)人次/)).toBe(totals.get('受众'))
      expect(numberIn(shown, /登记群众意见(\d+)件/)).toBe(totals.get('登记意见'))
    })

    test('the full form as docx and the first page of the workbook', async () => {
      const { group, archive } = await versions()
      const span = { kind: 'year', fromAt: new Date('2025-12-31T16:00:00Z'), untilAt: new Date('2026-12-31T16:00:00Z') }
      const row = {
        id: 1,
        ...span,
        about: null,
        station: { name: '秦淮医疗' },
        text: group,
        archive,
        createdAt: new Date('2026-07-05T00:00:00Z'),
      }
      const db = { summary: { findUniqueOrThrow: () => Promise.resolve(row) } }
      const made = await summaryArchive.make({ db, services: stage.services, station, args: { id: 1 } } as never)
      const words = textOfFile('归档.docx', made.file!.bytes)!.split('\n')
      for (const [label, value] of totals) expect(words[words.indexOf(label) + 1], label).toBe(String(value))
      for (const { 编号 } of book('活动登记表')) expect(words).toContain(编号)
    })

    test('the totals and the rows of the books', () => {
      const activities = book('活动登记表').filter(({ 状态 }) => !GONE.includes(String(状态)))
      expect(activities.length).toBe(totals.get('已办活动')! + (totals.get('待办活动') ?? 0))
      expect(sum(activities, '实到')).toBe(totals.get('到场'))
      expect(sum(activities, '受众人次')).toBe(totals.get('受众') ?? 0)
      expect(activities.length).toBeGreaterThan(3)
      const receptions = book('接待登记表')
      expect(new Set(receptions.map(({ 编号 }) => 编号)).size).toBe(totals.get('已办接待'))
      expect(sum(receptions, '来访人数')).toBe(totals.get('来访'))
      const opinions = book('意见办理台账')
      const kept = opinions.filter(({ 状态 }) => !GONE.includes(String(状态)))
      expect(kept.length).toBe(totals.get('登记意见'))
      expect(kept.filter(({ 急 }) => 急 === '急').length).toBe(totals.get('急件') ?? 0)
      for (const category of new Set(kept.map(({ 类别 }) => 类别)))
        expect(kept.filter(({ 类别 }) => 类别 === category).length).toBe(totals.get(`${category ?? '未分类'}意见`))
    })

    test('every deputy: the report as docx, the line of book 10, and the rows they rest on', async () => {
      const files = await dutyFiles({ db: stage.prisma, station, now: NOW, span: SPAN })
      const known = new Set([...sheets.values()].flat().flatMap((row) => [row.编号, row.会议, row.意见编号]))
      expect(files.length).toBe(14)
      for (const file of files) {
        const words = textOfFile('述职.docx', await press.paper(reportPaper(station.name, SPAN.label, file)))!
        const line = book('代表履职档案').find(({ 姓名 }) => 姓名 === file.name)!
        const has = (names: unknown) =>
          String(names ?? '')
            .split('、')
            .includes(file.name)
        const held = (title: string) => book(title).filter(({ 状态 }) => !GONE.includes(String(状态)))
        const attended = held('活动登记表').filter(({ 到场代表 }) => has(到场代表)).length
        expect(numberIn(words, /参加活动(\d+)次/)).toBe(attended)
        const received = book('接待登记表').filter(({ 到站代表 }) => has(到站代表)).length
        expect(numberIn(words, /进站接待(\d+)次/)).toBe(received)
        expect(line.进站接待).toBe(received)
        const opinions = held('意见办理台账').filter(({ 登记代表 }) => 登记代表 === file.name).length
        expect(numberIn(words, /反映意见(\d+)件/)).toBe(opinions)
        expect(line.意见).toBe(opinions)
        const led = held('建议台账').filter(({ 领衔 }) => 领衔 === file.name).length
        const joined = held('建议台账').filter(({ 联名 }) => has(联名)).length
        expect(numberIn(words, /领衔建议(\d+)件/)).toBe(led)
        expect(line.建议).toBe(led + joined)
        for (const [ref] of words.matchAll(/(?<=\n)[HYJDTX]\d+(?=\n)/g)) expect(known, ref).toContain(ref)
      }
    })

    test('the check-up as text and the books', async () => {
      const scores = scoresOf(await checkUpFacts(stage.prisma, station, NOW))
      const text = checkUpCopy.text(scores)
      expect(numberIn(text, /活动(\d+)\//)).toBe(totals.get('已办活动'))
      const led = book('建议台账').filter(({ 状态 }) => !GONE.includes(String(状态)))
      expect(numberIn(text, /建议(\d+)\//)).toBe(new Set(led.map(({ 领衔 }) => 领衔)).size)
      const written = book('调研成果').filter(({ 状态 }) => ['成文', '报送', '采纳'].includes(String(状态)))
      expect(numberIn(text, /成果(\d+)/)).toBe(written.length)
      const months = new Set(book('接待登记表').map(({ 时间 }) => String(时间).slice(0, 7)))
      expect(numberIn(text, /接待(\d+)\//)).toBe(months.size)
    })

    const picture = async (kind: string, args: Record<string, unknown> = {}) => {
      const { prisma: db, services } = stage
      const made = await readPicture(async () => {
        const { file } = await documents[kind]!.make({ db, station, now: NOW, services, personId: 1, args })
        return file!.bytes
      })
      for (const line of made.lines) {
        expect(made.inked(line), line.text).toBe(true)
        expect(line.left, line.text).toBeGreaterThanOrEqual(0)
        expect(line.right, line.text).toBeLessThanOrEqual(made.width)
        expect(line.y + line.sizePx / 2, line.text).toBeLessThanOrEqual(made.height)
      }
      return made
    }

    test('the summary card as it was drawn, and the first page of the workbook', async () => {
      const card = await picture('summary-card', { kind: 'year' })
      const below = (label: string) => {
        const name = card.lines.find(({ text }) => text === label)!
        const middle = (name.left + name.right) / 2
        return card.lines
          .filter(({ left, right, y }) => y < name.y && left < middle && middle < right)
          .sort((a, b) => b.y - a.y)[0]!.text
      }
      let compared = 0
      for (const key of ['activitiesHeld', 'attended', 'audience', 'receptionsHeld', 'visitors', 'opinions'] as const) {
        const { label, unit } = FIGURES[key]
        const value = totals.get(label) ?? 0
        if (value === 0) continue
        expect(below(label), label).toBe(`${value.toLocaleString('en-US')}${unit}`)
        compared++
      }
      expect(compared).toBeGreaterThan(4)
      const bars = [...totals].filter(([label]) => /.意见$/.test(label) && label !== '登记意见')
      const most = Math.max(...bars.map(([, value]) => value))
      for (const [label, value] of bars) {
        const bar = readBar(card, label.replace(/意见$/, ''))
        expect(bar.text, label).toBe(String(value))
        expect(Math.abs(bar.share - value / most), label).toBeLessThan(0.02)
      }
      expect(bars.length).toBeGreaterThan(2)
    })

    test('the chart of months as it was drawn, and the rows of the books', async () => {
      const chart = await picture('month-chart')
      const months = (rows: readonly Row[], column: string) =>
        [1, 2, 3, 4, 5, 6, 7].map((month) => {
          const inMonth = rows.filter((row) => Number(String(row[column]).slice(5, 7)) === month)
          return inMonth.filter(({ 状态 }) => !GONE.includes(String(状态))).length
        })
      const drawn = chart.lines.filter(({ text }) => /^\d+$/.test(text)).map(({ text }) => Number(text))
      expect(drawn.slice(0, 7)).toEqual(months(book('活动登记表'), '时间'))
      expect(drawn.slice(7)).toEqual(months(book('意见办理台账'), '登记日期'))
    })

    test('the check-up as it was drawn and as it was said', async () => {
      const board = await picture('check-up')
      const scores = scoresOf(await checkUpFacts(stage.prisma, station, NOW))
      for (const score of scores) {
        const bar = readBar(board, score.label)
        expect(bar.text, score.label).toBe(checkUpCopy.figure(score))
        const share = score.of === null ? 0 : Math.min(1, score.value / score.of)
        expect(Math.abs(bar.share - share), score.label).toBeLessThan(0.03)
      }
    })

    test('nothing personal of residents, and no original, is in any file', async () => {
      const all = JSON.stringify([...sheets])
      expect(all).not.toMatch(/1[3-9]\d{9}/)
      expect(all).not.toContain('王阿姨')
      expect(all).toContain('某阿姨')
      const { archive, group, public: shown } = await versions()
      expect(JSON.stringify([archive, group, shown])).not.toMatch(/1[3-9]\d{9}|王阿姨/)
    })
  },
)
