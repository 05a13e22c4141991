/** npm run bench: what things cost, as ratios to one fold of the same line in the same run; absolutes depend on the machine. */
import { commands } from '../../commands/index.js'
import { readLine } from '../../commands/read.js'
import { discussionText } from '../../commands/summary/discussion-copy.js'
import { versionsOf } from '../../commands/summary/versions.js'
import { readReply } from '../../commands/understanding/understand.js'
import { signUp } from '../../station/activity/sign-up.js'
import { newBook } from '../../station/activity/sign-up-book.js'
import { discussionOf } from '../../station/extract/discussion.js'
import { parseJielong } from '../../station/jielong/parse.js'
import { mask } from '../../station/privacy/mask.js'
import { foldWithMap } from '../../station/text/fold.js'
import { parseMoment } from '../../station/time/civil.js'
import { scanDate } from '../../station/time/scan-date.js'
import { novemberWeek } from '../station/summary/november-week.js'
import { benchLines, benchScan } from '../station/time/bench-lines.js'

const now = parseMoment('2026-11-23 09:00')
const LINES = [
  '报名 H12',
  '大家早上好，今天的会改到几点了？',
  '建活动 义诊进社区 下周六上午9点 来凤街 限8人',
  '意见 社区医院缺儿科，王阿姨13812345678说夜里没处看',
]
const chain = `#接龙\n义诊进社区\n\n${Array.from({ length: 50 }, (_, index) => `${index + 1}. 代表${index + 1} 内科`).join('\n')}`
const TALK = [
  '社区医院的儿科一直缺医生，家长等了〇天',
  '我来整理一下材料，周五前发给大家',
  '义诊那天的血压计谁有？',
  '医保报销要跑〇趟，窗口太少',
  '收到',
  '电梯加装的事街道说下个月开协调会',
]
const long = '下周六上午9点报名H12意见'.repeat(200).slice(0, 2000)

/** Microseconds of one call, the median of several rounds. */
function microseconds(work: () => void, calls: number): number {
  for (let i = 0; i < calls; i++) work()
  const rounds = Array.from({ length: 7 }, () => {
    const start = performance.now()
    for (let i = 0; i < calls; i++) work()
    return ((performance.now() - start) * 1000) / calls
  })
  return rounds.sort((a, b) => a - b)[3]!
}

const everyLine = (work: (line: string) => void) => () => {
  for (const line of LINES) work(line)
}

const rows: [string, number][] = [
  [
    'fold a line',
    microseconds(
      everyLine((line) => foldWithMap(line)),
      2000,
    ) / LINES.length,
  ],
  [
    'read a line as a command',
    microseconds(
      everyLine((line) => readLine(foldWithMap(line), commands, { now })),
      500,
    ) / LINES.length,
  ],
  [
    'read what is said, any wording',
    microseconds(
      everyLine((line) => readReply(line, null, commands, { now })),
      500,
    ) / LINES.length,
  ],
  ...[500, 1000, 2000].map((chars): [string, number] => [
    `the same, ${chars} characters`,
    microseconds(() => readReply(long.slice(0, chars), null, commands, { now }), 50),
  ]),
  [
    'scan a line for a date',
    microseconds(
      everyLine((line) => scanDate(line, now)),
      500,
    ) / LINES.length,
  ],
  [
    'mask a line',
    microseconds(
      everyLine((line) => mask(line)),
      500,
    ) / LINES.length,
  ],
  ['read 2,000 characters', microseconds(() => readLine(foldWithMap(long), commands, { now }), 50)],
  ['parse a 接龙 of 50 rows', microseconds(() => parseJielong(chain), 200)],
  ['500 sign-ups for 100 places', microseconds(signUp500, 1)],
]

function signUp500(): void {
  let book = newBook({ startsAt: now.add({ days: 7 }), capacityPersons: 100 })
  for (let seq = 1; seq <= 500; seq++) {
    const decided = signUp(book, { id: seq, name: `代表${seq}` }, { at: now, seq })
    if (!decided.ok) throw new Error(decided.error.code)
    book = decided.value.book
  }
}

rows.push(
  ['10,000 opinions in a summary', microseconds(tellOpinions, 1)],
  ['5,000 messages in a summary', microseconds(tellTalk, 1)],
)

function tellOpinions(): void {
  const opinions = Array.from({ length: 10_000 }, (_, index) => ({
    ...novemberWeek.opinions[index % 3]!,
    no: index + 1,
  }))
  versionsOf({ ...novemberWeek, opinions })
}

function tellTalk(): void {
  const talk = Array.from({ length: 5_000 }, (_, index) => ({
    id: String(index),
    speaker: `代表${index % 60}`,
    at: now.add({ seconds: index * 10 }),
    text: TALK[index % TALK.length]!.replace('〇', String(index % 97)),
  }))
  discussionText(discussionOf(talk))
}

/** Texts made to make a scan start over and over; eight times the text should cost about eight times as much. */
const AGAIN_AND_AGAIN = ['1', '1 ', '王', 'a@', '居民王', '3栋', '出生', '微信号 ', '138-', '一', '姓名：', '（', '0']
for (const unit of AGAIN_AND_AGAIN)
  for (const chars of [10_000, 80_000])
    rows.push([`mask ${chars} of ${unit}`, microseconds(() => mask(unit.repeat(chars / unit.length)), 1)])

for (const { line, chars, microsPerLine } of benchScan(benchLines.hostile, now, 3))
  rows.push([`scan ${chars} of ${line.slice(0, 8)}…`, microsPerLine])

const [, unit] = rows[0]!
for (const [name, cost] of rows)
  console.log(`${name.padEnd(30)} ${cost.toFixed(1).padStart(10)} µs ${(cost / unit).toFixed(1).padStart(8)} ×`)
