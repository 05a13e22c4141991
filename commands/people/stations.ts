import type { Station } from '../../prisma/generated/client.js'
import { findStation } from '../../station/people/find-station.js'
import { surelyBefore } from '../../station/people/partial-date.js'
import { MEMBERS, ROLES, type Role } from '../../station/roles.js'
import { count, optional, word } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { keyed, words } from '../keyed.js'
import { stationContext } from '../station-context.js'
import { partialDate } from './arguments.js'
import { rolesAt, stationsOf } from './standing.js'
import { stationCard } from './station-card.js'
import { copy, knownDate } from './station-copy.js'

export const READERS: readonly Role[] = [...MEMBERS, 'leader', 'service']

const districtStations = ({ db, station }: CommandContext): Promise<Station[]> =>
  db.station.findMany({
    where: { districtId: station.districtId, state: { not: 'draft' } },
    orderBy: { id: 'asc' },
  })

/** A station of the speaker's district by name or part of it; says so when there is none, unless it may be talk. */
export async function theStation(context: CommandContext, said: string, quiet = false): Promise<Station | undefined> {
  const stations = await districtStations(context)
  const found = findStation(said, stations)
  if (found.kind === 'one') return found.station
  const open = (found.kind === 'several' ? found.stations : stations).filter(({ state }) => state === 'open')
  if (!quiet || context.roomId === null)
    await context.say(
      copy.noSuchStation(
        said,
        open.map(({ name }) => name),
      ),
    )
  return undefined
}

const parts = {
  establishedOn: optional(partialDate(['建立', '成立', '建立日期'], '建立日期')),
  plaqueOn: optional(partialDate(['挂牌', '揭牌', '挂牌日期'], '挂牌日期')),
  address: optional(keyed(['地址', '站址'], '地址', '地址 老门东蒋寿山故居')),
  venuePersons: optional(count('容纳人数', '容纳 40人', /(?:容纳|可容)\s*(\d{1,8})\s*人?/)),
  openingHours: optional(keyed(['开放', '开放时间'], '开放时间', '开放 周三9:00–17:00')),
  venueNotes: optional(keyed(['场地说明', '场地'], '场地说明', '场地 省级文保')),
  renamed: optional(keyed(['名称', '改名'], '名称', '名称 五华文化旅游')),
  profession: optional(keyed(['专业', '行业'], '专业', '专业 文化旅游')),
  guidingLeader: optional(keyed(['牵头', '牵头指导'], '牵头指导', '牵头 区人大常委会副主任')),
}

type Parts = { [K in keyof typeof parts]: string | number | undefined }

const LABELS: Readonly<Record<keyof typeof parts, string>> = {
  establishedOn: '建立',
  plaqueOn: '挂牌',
  address: '地址',
  venuePersons: '容纳',
  openingHours: '开放',
  venueNotes: '场地',
  renamed: '名称',
  profession: '专业',
  guidingLeader: '牵头指导',
}

export const stationCommand = command({
  name: '站',
  aliases: ['站卡'],
  summary: '看一个站的情况，或改它的资料',
  args: { ...parts, name: word('站名', '秦淮金融') },
  who: READERS,
  changes: true,
  acrossStations: true,
  silentAlone: true,
  examples: ['站 秦淮医疗', '站 金融 建立 2022-06-20 挂牌 2022-11-16', '站 金融 地址 老门东蒋寿山故居 容纳 40人'],
  async run(context, { name, ...said }) {
    const changed = (Object.keys(parts) as (keyof Parts)[]).filter((key) => said[key] !== undefined)
    const target = await theStation(context, name, changed.length === 0)
    if (!target) return
    if (changed.length === 0) return context.say((await stationCard(context.db, target, context.now)).join('\n'))
    await change(context, target, said, changed)
  },
})

async function change(context: CommandContext, target: Station, said: Parts, changed: readonly (keyof Parts)[]) {
  const { db, now, services, speaker, say } = context
  const roles = await rolesAt(db, speaker.personId, target, now)
  if (!roles.has('district') && !roles.has('liaison')) return say(copy.onlyKeepers(target.name))
  const { renamed, ...columns } = said
  const named = renamed ? { name: String(renamed).replace(/站$/, ''), state: 'open' } : {}
  const there = stationContext(db, target, now, services, context.change.author)
  const row = await there.change.update('Station', target.id, { ...defined(columns), ...named } as never)
  const told = changed.map((key) => `${LABELS[key]}${shown(key, said[key]!)}`)
  const wrong = row.plaqueOn && row.establishedOn && surelyBefore(row.plaqueOn, row.establishedOn)
  await say([copy.changed(row.name, told), ...(wrong ? [copy.plaqueFirst] : [])].join('\n'))
}

const defined = (columns: object): object =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))

const shown = (key: keyof Parts, value: string | number): string =>
  key === 'establishedOn' || key === 'plaqueOn'
    ? knownDate(String(value))
    : key === 'venuePersons'
      ? `${value}人`
      : String(value)

export const stationListCommand = command({
  name: '站列表',
  aliases: ['各站', '有哪些站'],
  summary: '看本区有哪些站',
  who: READERS,
  changes: false,
  acrossStations: true,
  examples: ['站列表', '五华 站列表'],
  async run(context) {
    const stations = await districtStations(context)
    const named = stations.filter(({ state }) => state === 'open')
    await context.say(copy.list(await districtName(context), named, stations.length - named.length))
  },
})

export const unrecordedCommand = command({
  name: '待录',
  aliases: ['待录站'],
  summary: '看本区还有几个站没有录入名称',
  who: ['district', 'leader', 'liaison'],
  changes: false,
  acrossStations: true,
  silentAlone: true,
  examples: ['待录', '五华 待录'],
  async run(context) {
    const stations = await districtStations(context)
    const unnamed = stations.filter(({ state }) => state === 'placeholder').length
    await context.say(copy.toBeRecorded(await districtName(context), stations.length, unnamed))
  },
})

async function districtName({ db, station }: CommandContext): Promise<string> {
  return (await db.district.findUniqueOrThrow({ where: { id: station.districtId } })).name
}

export const myStationsCommand = command({
  name: '我的站',
  aliases: ['我在哪些站'],
  summary: '看自己在哪些站、是什么身份',
  who: READERS,
  changes: false,
  acrossStations: true,
  examples: ['我的站'],
  async run({ db, speaker, now, say, roomId, station }) {
    // In a group nobody else needs to know where else somebody belongs.
    const stations = roomId === null ? await stationsOf(db, speaker.personId, now) : [station]
    const rows: { name: string; roles: string[] }[] = []
    for (const one of stations) {
      const roles = await rolesAt(db, speaker.personId, one, now)
      if (roles.size > 0) rows.push({ name: one.name, roles: [...roles].map((role) => ROLES[role]) })
    }
    await say(copy.mine(rows))
  },
})

export const addressCommand = command({
  name: '站址',
  aliases: ['站在哪', '地址在哪', '怎么去站里'],
  summary: '看本站地址、容纳人数和导航',
  who: READERS,
  changes: false,
  examples: ['站址'],
  run: ({ station, say }) => say(copy.address(station)),
})

export const copyStationCommand = command({
  name: '复制站',
  summary: '把一个站的制度、模板给另一个站',
  args: { names: words('从哪个站到哪个站', '医疗→金融') },
  who: ['district'],
  changes: true,
  acrossStations: true,
  examples: ['复制站 医疗→金融'],
  async run(context, { names }) {
    const [from, to] = names
      .join(' ')
      .split(/\s*(?:→|->|=>|到|至|\s)\s*/)
      .filter(Boolean)
    const source = await theStation(context, from ?? '')
    const target = source && (await theStation(context, to ?? ''))
    if (!source || !target) return
    if (source.id === target.id) return context.say(copy.sameStation)
    await copyStation(context, source, target)
  },
})

async function copyStation({ db, now, services, change: own, say }: CommandContext, source: Station, target: Station) {
  const { change } = stationContext(db, target, now, services, own.author)
  const { settings, levels, mode, label } = source
  await change.update('Station', target.id, { settings, levels, mode, label })
  const units = await db.handlingUnit.findMany({ where: { stationId: source.id }, orderBy: { id: 'asc' } })
  for (const { name, aliases, contact } of units) {
    const known = await db.handlingUnit.findUnique({ where: { stationId_name: { stationId: target.id, name } } })
    if (!known) await change.create('HandlingUnit', { stationId: target.id, name, aliases, contact })
  }
  const platforms = await db.linkedPlatform.findMany({ where: { stationId: source.id }, orderBy: { id: 'asc' } })
  for (const { name, kind } of platforms) {
    const known = await db.linkedPlatform.findUnique({ where: { stationId_name: { stationId: target.id, name } } })
    if (!known) await change.create('LinkedPlatform', { stationId: target.id, name, kind })
  }
  const set = Object.keys((settings ?? {}) as object).length
  await say(
    copy.copied(source.name, target.name, [
      `层级${levels.length}级`,
      `负责人模式${mode}`,
      `本站设置${set}项`,
      `承办单位${units.length}个`,
      `联系平台${platforms.length}个`,
    ]),
  )
}
