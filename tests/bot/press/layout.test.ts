import { describe, expect, it } from 'vitest'
import { columnShares } from '../../../bot/press/column-shares.js'
import { press } from '../../../bot/press/press.js'
import { linesIn } from '../../../bot/press/text-width.js'
import { unzipEntry, zipEntries } from '../../../bot/press/zip-entries.js'
import { readPicture } from './drawn.js'

const LONG = '把社区卫生服务中心夜间儿科门诊延长到晚上十点并公布值班医生排班表'
const MOST = 1_000_000

const partOf = (bytes: Uint8Array, name: string): string => {
  const entry = zipEntries(bytes)!.find((each) => each.name === name)!
  return new TextDecoder().decode(unzipEntry(bytes, entry, MOST)!)
}

describe('columns of a paper', () => {
  it('no date, hour or number of a record is broken, and words get the room', () => {
    const rows = [
      ['编号', '时间', '主题', '到场'],
      ['H128', '2026-01-01 09:00', LONG, '20'],
    ]
    const [no, time, title, present] = columnShares(rows, 60) as [number, number, number, number]
    expect(no).toBeGreaterThanOrEqual(5)
    expect(time).toBeGreaterThanOrEqual('2026-01-01'.length + 1)
    expect(title).toBeGreaterThan(time)
    expect(present).toBeGreaterThanOrEqual(3)
    expect(no + time + title + present).toBeLessThanOrEqual(60.5)
  })
})

describe('a workbook', () => {
  const book = (words: string) =>
    press.workbook({
      sheets: [
        { name: '活动', heading: '秦淮医疗', columns: [{ title: '内容', widthChars: 20 }], rows: [[words], ['短']] },
      ],
    })
  const heightsOf = async (words: string) =>
    [...partOf(await book(words), 'xl/worksheets/sheet1.xml').matchAll(/<row [^>]* ht="([\d.]+)"/g)].map(([, ht]) =>
      Number(ht),
    )

  it('every row is as high as its longest text needs, so that no program cuts words off', async () => {
    const [, , tall, low] = await heightsOf(LONG.repeat(2))
    expect(low).toBe(18)
    expect(tall).toBeGreaterThanOrEqual(15 * linesIn(LONG.repeat(2), 20))
    expect((await heightsOf(LONG.repeat(100)))[2]).toBeLessThanOrEqual(409)
  })

  it('is printed as wide as the page, its heading on every page', async () => {
    const bytes = await book(LONG)
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<sheetPr><pageSetUpPr fitToPage="1"\/>.*fitToHeight="0"/)
    expect(partOf(bytes, 'xl/workbook.xml')).toContain("'活动'!$1:$2</definedName>")
  })

  it('wider than A4 it is on A3, wider than that on two side by side, the number of each row on both', async () => {
    const wide = async (columns: number) => {
      const one = { title: '内容', widthChars: 20 }
      const sheets = [
        { name: '活动', heading: '秦淮医疗', columns: Array.from({ length: columns }, () => one), rows: [] },
      ]
      const bytes = await press.workbook({ sheets })
      return {
        setup: /<pageSetup[^>]*>/.exec(partOf(bytes, 'xl/worksheets/sheet1.xml'))![0],
        titles: />([^<]*)<\/definedName>/.exec(partOf(bytes, 'xl/workbook.xml'))![1],
        heading: /<mergeCell ref="A1:([A-Z])1"/.exec(partOf(bytes, 'xl/worksheets/sheet1.xml'))?.[1],
      }
    }
    const [a4, a3, two] = [await wide(6), await wide(10), await wide(15)]
    expect(a4.setup).toMatch(/paperSize="9"/)
    expect(a3.setup).toMatch(/paperSize="8"/)
    expect([a4, a3].map(({ setup, titles }) => [/fitToWidth="1"/.test(setup), titles])).toEqual([
      [true, "'活动'!$1:$2"],
      [true, "'活动'!$1:$2"],
    ])
    expect(two.setup).toMatch(/paperSize="8"/)
    expect(two.setup).toMatch(/pageOrder="overThenDown"/)
    expect(two.setup).toMatch(/fitToWidth="2"/)
    expect(two.titles).toBe("'活动'!$A:$A,'活动'!$1:$2")
    // a heading over both would be cut in the middle
    expect([a3.heading, two.heading]).toEqual(['J', 'G'])
  })
})

describe('a picture with long names', () => {
  const names = Array.from({ length: 60 }, (_, index) => (index % 9 === 0 ? '买买提·阿布都热合曼·伊明江' : '欧阳明龑'))

  it('no name of a list is broken, no bracket closes a line, nothing stands outside', async () => {
    const made = await readPicture(() =>
      press.board({
        title: '秦淮区医疗卫生与大健康产业发展站年小结（2026年）',
        format: 'a4',
        blocks: [
          { kind: 'text', text: `${LONG.slice(0, 31)}（从北门进去以后上三楼）` },
          { kind: 'facts', rows: [['区人大', names.join('、')]] },
        ],
      }),
    )
    for (const { text, left, right, y, sizePx } of made.lines) {
      expect(text).not.toMatch(/[（《“]$/)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(made.width)
      expect(y + sizePx / 2).toBeLessThanOrEqual(made.height)
    }
    const listed = made.lines
      .filter(({ text }) => text.includes('、') || names.some((name) => name === text))
      .flatMap(({ text }) => text.split('、'))
    for (const name of listed.filter(Boolean)) expect(names).toContain(name)
    expect(listed.filter(Boolean).length).toBe(60)
  })

  it('a title of two lines has two lines of about the same length', async () => {
    const made = await readPicture(() =>
      press.board({ title: `${'秦淮区医疗卫生与大健康产业'}发展站年小结（2026年）`, format: 'card', blocks: [] }),
    )
    const [first, second] = made.lines.map(({ left, right }) => right - left)
    expect(second! / first!).toBeGreaterThan(0.8)
  })
})
