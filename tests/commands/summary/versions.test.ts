import { describe, expect, it } from 'vitest'
import type { FormSection } from '../../../commands/summary/archive-form.js'
import { versionsOf } from '../../../commands/summary/versions.js'
import type { PeriodRecords } from '../../../station/summary/records.js'
import { injections } from '../../data/injections.js'
import { generatedWeek, ROSTER } from '../../station/summary/generated-weeks.js'
import { novemberWeek } from '../../station/summary/november-week.js'

const WEEKS = 200

describe('the week of 16 November in 秦淮医疗', () => {
  const { group, public: open, archive, summary } = versionsOf(novemberWeek)

  it('群内: a title and five lines, each with its record numbers', () => {
    expect(group.split('\n')).toEqual([
      '秦淮医疗站周小结（11月16日–22日）',
      '活动2场：养老机构视察（11月18日，报名5人）、义诊进社区（11月21日，到场7人）（H12、H13）',
      '接待1次：11月20日（张敏、陈静）；来访6人次（D7）',
      '意见3件：卫生计生2、交通运输1；急件1、未办结2、已办结1（Y17–Y19）',
      '轮值召集人：李强（轮值2026-11）',
      '待办2项：11月25日答复到期Y18、11月28日活动H14“儿科下沉座谈会”（H14、Y18）',
    ])
    expect(summary.author).toBe('offline')
  })

  it('公开: the same totals, and only what was approved, without reporters', () => {
    expect(open.split('\n')).toEqual([
      '秦淮医疗站工作情况（11月16日–22日）',
      '开展活动2场，代表到场7人次，受众86人次，接待1次，来访6人次，登记群众意见3件，已办结1件。',
      '活动：义诊进社区（11月21日，来凤街）。',
      '群众关心：“社区医院缺儿科，孩子看病要跑很远”。',
    ])
  })

  it('归档: every record in full, in the columns of the form', () => {
    expect(archive.map(({ heading, rows }) => [heading, rows.length])).toEqual([
      ['合计', 17],
      ['活动', 2],
      ['接待', 1],
      ['意见', 3],
      ['轮值', 1],
      ['待办', 2],
    ])
    const row = (heading: string, at: number) => archive.find((section) => section.heading === heading)!.rows[at]
    expect(row('活动', 0)).toEqual([
      'H12',
      '义诊进社区',
      '义诊',
      '2026-11-21 09:00',
      '来凤街',
      '9',
      '8',
      '2',
      '1',
      '7',
      '86',
      '已结束',
    ])
    expect(row('意见', 1)).toEqual(['Y18', '2026-11-18', '卫生计生', '急', '', '家庭医生签约后联系不上', '办理中'])
    expect(row('待办', 0)).toEqual(['H14', '2026-11-28 09:00', '活动 儿科下沉座谈会', ''])
  })

  it('a quiet week says so, and still says what is due', () => {
    const quiet = { ...novemberWeek, activities: [], opinions: [], duties: [] }
    expect(versionsOf(quiet).group.split('\n')).toEqual([
      '秦淮医疗站周小结（11月16日–22日）',
      '没有新的活动、接待和意见',
      '轮值召集人：李强（轮值2026-11）',
      '待办2项：11月25日答复到期Y18、11月28日活动H14“儿科下沉座谈会”（H14、Y18）',
    ])
  })

  it('one activity and one reception have their own first line', () => {
    const [activity] = novemberWeek.activities
    const period = { ...novemberWeek.period, kind: 'activity' as const }
    const one = { ...novemberWeek, period, activities: [activity!], duties: [], turn: null, due: [] }
    expect(versionsOf(one).group.split('\n').slice(0, 2)).toEqual([
      '秦淮医疗站活动小结',
      '义诊进社区：11月21日 来凤街，报名8人、到场7人、请假1人，受众86人次（H12）',
    ])
    const reception = {
      ...one,
      period: { ...period, kind: 'reception' as const },
      activities: [],
      duties: novemberWeek.duties,
    }
    expect(versionsOf(reception).group.split('\n').slice(0, 3)).toEqual([
      '秦淮医疗站接待小结',
      '接待 11月20日（张敏、陈静），主题“医疗政策咨询”，来访6人（D7）',
      '意见3件：卫生计生2、交通运输1；急件1、未办结2、已办结1（Y17–Y19）',
    ])
  })
})

/** Totals counted again, straight from the records and independently of the figures table. */
const recount = ({ activities, opinions, duties, due }: PeriodRecords) => {
  const held = activities.filter(({ phase }) => phase === 'held')
  const attended = held.flatMap(({ attendedPersons }) => (attendedPersons === null ? [] : [attendedPersons]))
  const audience = held.flatMap(({ audiencePersons }) => (audiencePersons === null ? [] : [audiencePersons]))
  const visitors = duties.flatMap(({ phase, visitorPersons }) =>
    phase !== 'held' || visitorPersons === null ? [] : [visitorPersons],
  )
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
  return {
    activities: held.length,
    cancelled: activities.length - held.length,
    attended: sum(attended),
    audience: sum(audience),
    receptions: duties.filter(({ phase }) => phase === 'held').length,
    missed: duties.filter(({ phase }) => phase === 'missed').length,
    visitors: sum(visitors),
    opinions: opinions.length,
    urgent: opinions.filter(({ urgent }) => urgent).length,
    open: opinions.filter(({ phase }) => phase === 'open').length,
    answered: opinions.filter(({ phase }) => phase === 'answered').length,
    closed: opinions.filter(({ phase }) => phase === 'closed').length,
    due: due.length,
  }
}

const GROUP_TOTALS: readonly [RegExp, keyof ReturnType<typeof recount>][] = [
  [/^活动(\d+)场/mu, 'activities'],
  [/取消(\d+)场/u, 'cancelled'],
  [/^接待(\d+)次/mu, 'receptions'],
  [/无人到站(\d+)次/u, 'missed'],
  [/来访(\d+)人次/u, 'visitors'],
  [/^意见(\d+)件/mu, 'opinions'],
  [/急件(\d+)/u, 'urgent'],
  [/未办结(\d+)/u, 'open'],
  [/已答复(\d+)/u, 'answered'],
  [/已办结(\d+)/u, 'closed'],
  [/^待办(\d+)项/mu, 'due'],
]
const PUBLIC_TOTALS: readonly [RegExp, keyof ReturnType<typeof recount>][] = [
  [/开展活动(\d+)场/u, 'activities'],
  [/到场(\d+)人次/u, 'attended'],
  [/受众(\d+)人次/u, 'audience'],
  [/接待(\d+)次/u, 'receptions'],
  [/来访(\d+)人次/u, 'visitors'],
  [/意见(\d+)件/u, 'opinions'],
  [/已办结(\d+)件/u, 'closed'],
]
const ARCHIVE_TOTALS: Readonly<Record<string, keyof ReturnType<typeof recount>>> = {
  已办活动: 'activities',
  取消活动: 'cancelled',
  到场: 'attended',
  受众: 'audience',
  已办接待: 'receptions',
  来访: 'visitors',
  登记意见: 'opinions',
  未办结: 'open',
  急件: 'urgent',
  待办: 'due',
}

const cells = (archive: readonly FormSection[]): string => archive.flatMap(({ rows }) => rows.flat()).join('\n')

/** Every stretch of text a record holds. */
const heldTexts = (records: PeriodRecords): string[] => {
  const texts: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value)
    else if (Array.isArray(value)) value.forEach(walk)
    else if (value !== null && typeof value === 'object' && 'epochMilliseconds' in value) texts.push(String(value))
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(walk)
  }
  walk(records)
  return texts
}

/** Everything the house itself says around the records: whatever else stands in a text must come from them. */
const HOUSE_WORDS =
  '站周小结 站工作情况 没有新的活动、接待和意见 这段时间没有可公开的内容 轮值召集人 轮值 未分类 报名截止 答复到期 转告群众 轮值交接 开展活动 代表到场 登记群众意见 群众关心 无人到站 人次 未办结 已答复 已办结 急件 来访 到场 报名 受众 接待 活动 意见 待办 取消 场 次 件 项 人 等 月 日 年'.split(
    ' ',
  )

/** What is left of a text once the records' words, the house's words, numbers and marks are taken out. */
const leftOver = (text: string, records: PeriodRecords): string => {
  const clipped = (part: string): string[] => ([...part].length > 12 ? [[...part].slice(0, 11).join('')] : [])
  const known = [...heldTexts(records), ...HOUSE_WORDS]
    .flatMap((part) => [part, part.replaceAll('“', '‘').replaceAll('”', '’'), ...clipped(part)])
    .filter((part) => part !== '')
    .sort((a, b) => b.length - a.length)
  const without = known.reduce((rest, part) => rest.replaceAll(part, ' '), text)
  return without.replace(/[HYD]\d+|\d+|[\s（）：，、；。–“”‘’….-]/gu, '')
}

describe(`${WEEKS} generated weeks, written without a model`, () => {
  const weeks = Array.from({ length: WEEKS }, (_, seed) => {
    const { records } = generatedWeek(seed)
    return { seed, records, counted: recount(records), versions: versionsOf(records) }
  })

  it('every total of every version is the recount of the records', () => {
    let compared = 0
    for (const { seed, counted, versions } of weeks) {
      for (const [totals, text] of [
        [GROUP_TOTALS, versions.group],
        [PUBLIC_TOTALS, versions.public],
      ] as const) {
        for (const [pattern, key] of totals) {
          const match = pattern.exec(text)
          if (match === null) continue
          compared++
          expect(Number(match[1]), `week ${seed}: ${pattern}`).toBe(counted[key])
        }
      }
      for (const [label, value] of versions.archive[0]!.rows) {
        const key = ARCHIVE_TOTALS[label!]
        if (key === undefined) continue
        compared++
        expect(Number(value), `week ${seed}: ${label}`).toBe(counted[key])
      }
    }
    expect(compared).toBeGreaterThan(2_000)
  })

  it('no total that is not nought is passed over in the group', () => {
    for (const { seed, counted, versions } of weeks) {
      for (const [pattern, key] of GROUP_TOTALS) {
        if (key !== 'visitors' && counted[key] > 0)
          expect(pattern.test(versions.group), `week ${seed}: ${key}`).toBe(true)
      }
    }
  })

  it('every name and every word comes from the records or is the house’s own: 0 invented', () => {
    for (const { seed, records, versions } of weeks) {
      expect(leftOver(versions.group, records), `week ${seed}`).toBe('')
      expect(leftOver(versions.public, records), `week ${seed}`).toBe('')
      const held = heldTexts(records).join('\n')
      const all = [versions.group, versions.public, cells(versions.archive)].join('\n')
      for (const name of ROSTER) if (all.includes(name)) expect(held, `week ${seed}`).toContain(name)
    }
  })

  it('every number is a total or stands in a record', () => {
    for (const { seed, records, counted, versions } of weeks) {
      const held = new Set<number>(Object.values(counted))
      for (const text of [JSON.stringify(records), ...heldTexts(records)]) {
        for (const digits of text.match(/\d+/gu) ?? []) held.add(Number(digits))
      }
      const byCategory = new Map<string | null, number>()
      for (const { category } of records.opinions) byCategory.set(category, (byCategory.get(category) ?? 0) + 1)
      for (const count of byCategory.values()) held.add(count)
      const last = records.period.until.subtract({ days: 1 })
      held.add(last.day).add(last.month)
      for (const text of [versions.group, versions.public]) {
        for (const digits of text.match(/\d+/gu) ?? []) expect(held, `week ${seed}: ${text}`).toContain(Number(digits))
      }
    }
  })

  it('群内 keeps to a title and five lines of 600 characters together', () => {
    for (const { versions } of weeks) {
      expect(versions.group.split('\n').length).toBeLessThanOrEqual(6)
      expect([...versions.group].length).toBeLessThanOrEqual(600)
    }
  })

  it('公开 names nothing that was not approved', () => {
    for (const { records, versions } of weeks) {
      const approved = [...records.opinions, ...records.activities].filter(({ publishable }) => publishable)
      const shown = JSON.stringify(approved)
      for (const { text, publishable } of records.opinions) {
        if (!publishable && !shown.includes(text)) expect(versions.public).not.toContain(text)
      }
      for (const { title, publishable } of records.activities) {
        if (!publishable && !shown.includes(title)) expect(versions.public).not.toContain(title)
      }
      for (const name of ROSTER) expect(versions.public).not.toContain(name)
    }
  })
})

describe('injections among the records', () => {
  it('are counted, kept in the ledger, and printed nowhere else', () => {
    const attacks = injections()
    for (const [index, attack] of attacks.entries()) {
      const { records } = generatedWeek(index, [attack])
      const { group, public: open } = versionsOf(records)
      expect(`${group}\n${open}`.match(/[A-Za-z]{3,}/gu), `injection ${index}`).toBeNull()
    }
  })
})

describe('10,000 opinions', () => {
  it('are told in less than a second of processor time', () => {
    const opinions = Array.from({ length: 10_000 }, (_, index) => ({
      ...novemberWeek.opinions[index % 3]!,
      no: index + 1,
    }))
    const before = process.cpuUsage()
    const { group } = versionsOf({ ...novemberWeek, opinions })
    const spent = process.cpuUsage(before)
    expect(group).toContain('意见10000件：卫生计生6667、交通运输3333')
    expect(group).toContain('（Y1–Y10000）')
    expect((spent.user + spent.system) / 1000).toBeLessThan(1000)
  })
})
