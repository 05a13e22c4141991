import { loadImage } from '@napi-rs/canvas'
import readXlsx from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { fonts } from '../../../bot/press/fonts.js'
import { press } from '../../../bot/press/press.js'
import type { Board } from '../../../station/document/board.js'
import { parseMoment, Temporal } from '../../../station/time/civil.js'

const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

describe('the press', () => {
  it('writes civil times into a workbook as they read on the wall', async () => {
    const bytes = await press.workbook({
      sheets: [
        {
          name: '接待[5月]',
          heading: '接待登记表',
          columns: [{ title: '日期' }, { title: '到站' }, { title: '人次' }, { title: '内容' }],
          rows: [
            [
              Temporal.PlainDate.from('2026-05-10'),
              Temporal.PlainDateTime.from('2026-05-10T14:30'),
              41,
              '=HYPERLINK("x")\u0000\ud800',
            ],
          ],
        },
      ],
    })
    const [sheet] = await readXlsx(Buffer.from(bytes))
    expect(sheet?.sheet).toBe('接待 5月 ')
    expect(sheet?.data).toEqual([
      ['接待登记表', null, null, null],
      ['日期', '到站', '人次', '内容'],
      [new Date('2026-05-10T00:00:00Z'), new Date('2026-05-10T14:30:00Z'), 41, '=HYPERLINK("x")'],
    ])
  })

  it('writes csv that no spreadsheet takes for a formula', () => {
    const rows = ['=1+1', '+86', '-1', '@x', '\tx', '说，"好"', '两\n行'].map((cell) => [cell])
    const csv = press.csv({ name: '表', columns: [{ title: '内容' }], rows })
    expect(text(csv)).toBe('\ufeff内容\r\n\'=1+1\r\n\'+86\r\n\'-1\r\n\'@x\r\n\'\tx\r\n"说，""好"""\r\n"两\n行"\r\n')
  })

  it('writes a calendar in UTC with lines of at most 75 octets that end with CRLF', () => {
    const calendar = press.calendar({
      name: '秦淮医疗',
      events: [
        {
          uid: 'activity-1-H1',
          sequence: 2,
          start: parseMoment('2026-11-28 09:00'),
          end: parseMoment('2026-11-28 11:00'),
          title: `义诊；进社区，${'很长的名字'.repeat(20)}`,
          changedAt: parseMoment('2026-11-26 09:00'),
          alarmMinutes: 120,
        },
      ],
    })
    const lines = text(calendar).split('\r\n')
    expect(lines.at(-1)).toBe('')
    expect(lines.filter((line) => line.includes('\n') || Buffer.byteLength(line) > 75)).toEqual([])
    expect(lines).toContain('DTSTART:20261128T010000Z')
    expect(lines).toContain('TRIGGER:-PT2H')
  })

  it('draws every character it has and marks those it has not', () => {
    expect(fonts().drawable('喆堃䶮 王小明😀\u200d\u0007')).toBe('喆堃䶮 王小明')
    expect(fonts().drawable('\u{2ffff}')).toBe('〓')
  })

  it('makes a card as high as it needs and keeps a page a page', async () => {
    const board = (format: Board['format'], rows: number): Board => ({
      title: '接待公示',
      format,
      blocks: [{ kind: 'table', head: ['姓名'], rows: Array.from({ length: rows }, (_, i) => [`代表${i}`]) }],
    })
    const size = async (picture: Board) => {
      const { width, height } = await loadImage(Buffer.from(await press.board(picture)))
      return { width, height }
    }
    const [short, long] = [await size(board('card', 2)), await size(board('card', 30))]
    expect(long.height).toBeGreaterThan(short.height + 25 * 40)
    expect(await size(board('a4', 2))).toEqual({ width: 1240, height: 1754 })
    expect(await size(board('a4', 60))).toEqual({ width: 1240, height: 1754 })
  })

  it('writes a paper that office programs open: a zip with a document in it', async () => {
    const bytes = await press.paper({ title: '建议', blocks: [{ kind: 'text', text: '情况' }] })
    expect(text(bytes.slice(0, 2))).toBe('PK')
  })
})
