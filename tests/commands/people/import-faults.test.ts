import { expect, it } from 'vitest'
import { press } from '../../../bot/press/press.js'
import { readRosterFile } from '../../../commands/people/import-roster.js'
import { parseMoment } from '../../../station/time/civil.js'
import { doctored, gbk, workbook, zip } from './workbooks.js'

const NOW = parseMoment('2026-11-23 09:00')
const STATION = { levels: ['省', '市', '区'] }
const HEAD = '姓名,级别,专业,单位,类型,到期,意愿,代表团,届次'
const GOOD = '张敏,省,医疗卫生,市中医院,,,,,'

const read = async (bytes: Uint8Array, declared = '') => {
  const outcome = await readRosterFile(press, bytes, STATION, NOW, declared)
  return outcome.ok ? `ok ${outcome.entries.length}` : outcome.lines.join('\n')
}
const utf8 = (text: string) => new TextEncoder().encode(text)
const csv = (...lines: string[]) => utf8([HEAD, GOOD, ...lines].join('\r\n'))
const padded = (head: number[], bytes = 64) => Uint8Array.from([...head, ...new Array<number>(bytes).fill(0)])

type Case = readonly [kind: string, bytes: () => Uint8Array | Promise<Uint8Array>, said: string, declared?: string]

const FILES: readonly Case[] = [
  ['an empty file', () => new Uint8Array(), '这是空文件。'],
  [
    'a file of 20 MB',
    () => new Uint8Array(20 * 1024 * 1024).fill(0x41),
    '文件约20MB，名册最多5MB。请只留名册这一张表，去掉图片。',
  ],
  ['an .xls of old', () => padded([0xd0, 0xcf, 0x11, 0xe0]), '这是旧版 .xls，请另存为 .xlsx 再发。'],
  [
    'a workbook with a password',
    () => Buffer.concat([padded([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
    '这份表加了密码，请去掉密码再发。',
  ],
  ['a PDF', () => utf8('%PDF-1.7 …'), '这是PDF，不是表格。请发 .xlsx 或 .csv。'],
  ['a picture', () => padded([0x89, 0x50, 0x4e, 0x47]), '这是图片，不是表格。请发 .xlsx 或 .csv。'],
  ['a web page', () => utf8('<html><table></table></html>'), '这是网页，不是表格。请发 .xlsx 或 .csv。'],
  [
    'a Word file',
    () => zip([{ name: 'word/document.xml', content: utf8('<w/>') }]),
    '这是Word 文档，不是表格。请发 .xlsx 或 .csv。',
  ],
  ['an archive', () => zip([{ name: '名册.txt', content: utf8('x') }]), '这是压缩包，不是表格。请发 .xlsx 或 .csv。'],
  [
    'half a workbook',
    async () => (await workbook([['姓名', '级别', '专业']])).slice(0, 900),
    '文件坏了，打不开。请重新另存一份再发。',
  ],
  [
    'a workbook without sheets',
    () => zip([{ name: 'xl/workbook.xml', content: utf8('<workbook') }]),
    '文件坏了，打不开。请重新另存一份再发。',
  ],
  [
    'a workbook that swells to 4 GB',
    () => zip([{ name: 'xl/workbook.xml', content: utf8('x'), saysBytes: 0xffffffff }]),
    '文件解开后太大，没有打开。请只留名册这一张表。',
  ],
  [
    'no encoding anybody uses',
    () => Uint8Array.from([0x41, 0xff, 0xff, 0x80, 0x0a]),
    '文字编码认不出来，请另存为 UTF-8 的 csv 或 xlsx。',
  ],
  ['a quote never closed', () => csv('陈静,区,"医疗卫生,区医院'), '第3行的引号没有成对，后面的内容连成了一格。'],
  ['too many rows', () => csv(...new Array<string>(10_001).fill(GOOD)), '有10003行，一次最多10000行。'],
  ['too many columns', () => csv(new Array<string>(61).fill('x').join(',')), '有61列，最多60列。'],
]

const HEADINGS: readonly Case[] = [
  ['no heading', () => utf8('张敏,省\n陈静,区\n'), '没找到表头：前12行里要有一行写着“姓名”“级别”。'],
  ['no column of names', () => utf8('级别,专业,单位\n省,医疗,医院\n'), '第1行表头缺“姓名”一列。'],
  ['no column of levels', () => utf8('姓名,专业\n张敏,医疗\n'), '第1行表头缺“级别”一列。'],
  ['a column twice', () => utf8('姓名,级别,姓名\n张敏,省,张敏\n'), '第1行表头有两个“姓名”。'],
  ['nobody below the heading', () => utf8(`${HEAD}\n`), '表头下面没有人。'],
  ['a sum that is wrong', () => csv('合计,3人'), '合计写的是3，实有1。'],
  ['a level that is wrong', () => csv(), '省写的是2，实有1。', '合计1 省2'],
]

const LINES: readonly Case[] = [
  ['no name', () => csv(',区,医疗,医院'), '第3行：缺姓名。'],
  ['a title', () => csv('王主任,区,医疗,医院'), '第3行：姓名里带了称呼，只写姓名。'],
  ['a long name', () => csv(`${'王'.repeat(21)},区`), '第3行：姓名太长。'],
  ['no name at all', () => csv('A12,区'), '第3行：姓名不像姓名，请只写汉字。'],
  ['several people in a line', () => csv('"陈静、赵磊",区'), '第3行：一行写了几个人，请一人一行。'],
  ['no level', () => csv('陈静,,医疗'), '第3行：缺级别（全国、省、市、区）。'],
  ['an unknown level', () => csv('陈静,镇,医疗'), '第3行：级别不认识，请写全国、省、市、区。'],
  ['a level the station has not', () => csv('陈静,全国人大代表,医疗'), '第3行：这一级不在本站层级里。'],
  ['an expert with a level', () => csv('陈静,区,法律,大学,特聘专家'), '第3行：顾问、工作人员不写级别。'],
  ['an unknown kind', () => csv('陈静,区,法律,大学,嘉宾'), '第3行：类型不认识，请写驻站、特邀、联系、顾问、工作人员。'],
  ['an end nobody can read', () => csv('陈静,区,法律,大学,特邀,年底'), '第3行：到期日期看不懂，例：2027-12-31。'],
  ['an end that is over', () => csv('陈静,区,法律,大学,特邀,2024-12-31'), '第3行：到期日期已经过去。'],
  ['an unclear consent', () => csv('陈静,区,法律,大学,,,大概'), '第3行：意愿请写“同意”“不同意”或留空。'],
  ['a long employer', () => csv(`陈静,区,法律,${'院'.repeat(61)}`), '第3行：单位超过60字。'],
  ['a long profession', () => csv(`陈静,区,${'法'.repeat(17)}`), '第3行：专业超过16字，几个专业请用顿号隔开。'],
  ['too many professions', () => csv('陈静,区,一、二、三、四、五、六、七'), '第3行：专业超过6个。'],
  ['a long delegation', () => csv(`陈静,区,法律,大学,,,,${'团'.repeat(31)}`), '第3行：代表团超过30字。'],
  ['an unreadable term', () => csv('陈静,区,法律,大学,,,,,上届'), '第3行：届次看不懂，例：第十九届。'],
  ['an identity number', () => csv('陈静,区,法律,110101199003071234'), '第3行：有身份证号或手机号，名册里不要写。'],
  ['a formula as text', () => csv('陈静,区,法律,=cmd|calc'), '第3行：以 = + @ 开头，请删去。'],
  ['a line break in a cell', () => csv('陈静,区,法律,"大学\n法学院"'), '第3行：单元格里有换行。'],
  ['a comma too many', () => csv('陈静,区,法律,大学,,,,,,多'), '第3行：多出一格，可能有没加引号的逗号。'],
  ['broken characters', () => csv('陈静,区,法律,锟斤拷'), '第3行：有乱码，请另存为 UTF-8 或 xlsx。'],
  ['the same line twice', () => csv(GOOD), '第3行：与前面某行重复。'],
  [
    'two of one name',
    () => csv('张敏,区,法律,大学'),
    '第3行：与前面某行同名；是两个人请在姓名后加括号区分，例：张敏（大）。',
  ],
  [
    'merged cells',
    () =>
      doctored(
        [
          ['姓名', '级别', '单位'],
          ['张敏', '省', '医院'],
          ['陈静', '区', null],
        ],
        (xml) => xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>'),
      ),
    '第2–3行：有合并的单元格，请拆开逐行填写。',
  ],
  [
    'a formula',
    () =>
      doctored(
        [
          ['姓名', '级别', '单位'],
          ['张敏', '省', 7],
        ],
        (xml) => xml.replace(/<c r="C2"[^>]*>.*?<\/c>/s, '<c r="C2"><f>3+4</f><v>7</v></c>'),
      ),
    '第2行：是公式，请粘贴为数值。',
  ],
  [
    'an error value',
    () =>
      doctored(
        [
          ['姓名', '级别', '单位'],
          ['张敏', '省', 7],
        ],
        (xml) => xml.replace(/<c r="C2"[^>]*>.*?<\/c>/s, '<c r="C2" t="e"><v>#N/A</v></c>'),
      ),
    '第2行：单元格是错误值（#N/A 等）。',
  ],
]

const ALL = [...FILES, ...HEADINGS, ...LINES]

it.each(ALL.map((one) => [one[0], one] as const))('%s is named exactly', async (_, [, bytes, said, declared]) => {
  expect(await read(await bytes(), declared)).toBe(said)
})

it('knows more than 40 kinds of fault, each by its own sentence', () => {
  expect(new Set(ALL.map(([, , said]) => said.replace(/\d+/g, ''))).size).toBeGreaterThanOrEqual(40)
})

it('names every bad line of a file at once', async () => {
  const lines = csv('陈静,镇', '赵磊,', '孙莉,区', '钱多,县级', '周宁,镇', ',区')
  expect(await read(lines)).toBe(
    ['第3、7行：级别不认识，请写全国、省、市、区。', '第4行：缺级别（全国、省、市、区）。', '第8行：缺姓名。'].join(
      '\n',
    ),
  )
})

it.each([
  ['UTF-8 with its mark', utf8(`\ufeff${HEAD}\n${GOOD}`)],
  ['GBK', gbk(`${HEAD}\r\n${GOOD}\r\n`)],
  ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${HEAD}\n${GOOD}`, 'utf16le')])],
  ['semicolons', utf8(`${HEAD}\n${GOOD}`.replaceAll(',', ';'))],
  ['tabs', utf8(`${HEAD}\n${GOOD}`.replaceAll(',', '\t'))],
  ['line ends of old', utf8(`${HEAD}\r${GOOD}\r`)],
  ['a title above, a sum below, blank lines between', utf8(`代表名册,,\n\n${HEAD}\n\n${GOOD}\n合计,1人,省1\n`)],
  ['marks of emphasis and blanks in the heading', utf8('序号,*姓 名,级 别（必填）\n1,张 敏,省级代表\n')],
])('reads %s', async (_, bytes) => {
  expect(await read(bytes)).toBe('ok 1')
})

it('reads a workbook whose blank cells stand before a computed number', async () => {
  const bytes = await doctored(
    [
      ['序号', '姓名', '级别', '单位'],
      [1, '张敏', '省', null],
      [2, '陈静', '区', '医院'],
    ],
    (xml) => xml.replace(/<c r="A2"[^>]*>.*?<\/c>/s, '<c r="A2"><f>ROW()-1</f><v>1</v></c>'),
  )
  // The computed number stands in a column nobody reads.
  expect(await read(bytes)).toBe('ok 2')
})
