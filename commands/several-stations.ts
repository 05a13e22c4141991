import type { Station } from '../prisma/generated/client.js'
import { mayDo } from '../station/people/permissions.js'
import { stationSettings } from '../station/settings.js'
import { foldWithMap } from '../station/text/fold.js'
import { dateOf } from '../station/time/civil.js'
import { copy } from './copy.js'
import type { Desk } from './front-desk.js'
import { openLine, sealLine } from './kept-line.js'
import { unnamedStation } from './people/first-station.js'
import { rolesAt, type Standing, type StationOfDistrict } from './people/standing.js'
import { readLine } from './read.js'

/** Which of the stations a line opens with by name ("秦淮金融 本站名单", "五华 站列表"), and the line without it. */
export function withoutAddress(
  desk: Desk,
  stations: readonly StationOfDistrict[],
): { stations: StationOfDistrict[]; body: string } | undefined {
  const match = /^\s*(\S{2,12})\s+(\S.*)$/s.exec(desk.body)
  if (!match) return undefined
  const name = match[1]!.replace(/站$/, '')
  const meant = stations.filter((station) => station.name === name || station.district.name === name)
  if (meant.length === 0 || readsAs(desk, match[2]!).kind === 'silence') return undefined
  return { stations: meant, body: match[2]! }
}

const readsAs = (desk: Desk, body: string) => readLine(foldWithMap(body), desk.house.commands, desk)

/**
 * Privately, somebody of several stations. What only one of them can mean is done there; else the station is asked for, and
 * the line kept until it is answered.
 */
export async function serveOneOf(
  desk: Desk,
  { stations, speaker }: Extract<Standing, { kind: 'several' }>,
): Promise<string> {
  const { db, now } = desk
  const addressed = withoutAddress(desk, stations)
  if (addressed) return serveThere(desk.saying(addressed.body), addressed.stations, speaker)
  const folded = foldWithMap(desk.body).text
  const waiting: { station: Station; id: number }[] = []
  for (const station of stations) {
    const question = await desk.openQuestion(station.id, speaker.personId, folded)
    if (question) waiting.push({ station, id: question.id })
  }
  // Two stations may wait for the same words (1是 2是): the one that asked last is answered first.
  const [last] = waiting.sort((one, other) => other.id - one.id)
  if (last) return serveAt(desk, last.station, speaker)
  if (desk.incoming.file) return 'silent'
  const named = stations.find((station, index) => folded === station.name || folded === String(index + 1))
  const pending = await db.question.findFirst({
    where: {
      personId: speaker.personId,
      roomId: null,
      kind: 'which-station',
      state: 'open',
      expiresAt: { gt: dateOf(now) },
    },
    orderBy: { id: 'desc' },
  })
  const asked = pending?.payload as { sealed: string; stations: string[] } | undefined
  const chosen = asked && (stations.find(({ name }) => name === asked.stations[Number(folded) - 1]) ?? named)
  if (pending && chosen) {
    await db.question.update({ where: { id: pending.id }, data: { state: 'answered', answeredAt: dateOf(now) } })
    return serveAt(desk.saying(openLine(desk.house.services, asked)), chosen, speaker)
  }
  return serveThere(desk, stations, speaker)
}

type Who = Omit<Extract<Standing, { kind: 'several' }>['speaker'], 'roles'>

async function serveAt(desk: Desk, station: Station, speaker: Who): Promise<string> {
  return desk.serve(station, { ...speaker, roles: await rolesAt(desk.db, speaker.personId, station, desk.now) })
}

/** The stations among which a line may be meant: where its writer may say it, and if nowhere, where they are anything. */
async function serveThere(desk: Desk, stations: readonly StationOfDistrict[], speaker: Who): Promise<string> {
  const [first, another] = stations
  if (!another) return serveAt(desk, first!, speaker)
  const reading = readsAs(desk, desk.body)
  const able: StationOfDistrict[] = []
  const belonging: StationOfDistrict[] = []
  for (const station of stations) {
    const roles = await rolesAt(desk.db, speaker.personId, station, desk.now)
    if (roles.size > 0) belonging.push(station)
    const adjustments = stationSettings(station.settings).permissions
    if (reading.kind !== 'silence' && mayDo(reading.command, adjustments, roles)) able.push(station)
  }
  const context = desk.context(first!, { ...speaker, roles: new Set() }, 'which-station')
  if (reading.kind === 'silence') {
    if (belonging.length === 1) return serveAt(desk, belonging[0]!, speaker)
    await context.say(copy.notUnderstood)
    return 'hint'
  }
  const [only, more] = able
  if (!more || reading.command.acrossStations) return serveAt(desk, only ?? belonging[0] ?? first!, speaker)
  const names = able.map(({ name }) => name)
  await context.ask({
    kind: 'which-station',
    payload: { ...sealLine(desk.house.services, desk.incoming.text), stations: names },
    text: copy.whichStation(names),
  })
  return 'asked:which-station'
}

/** In a group of no station the district's staff may set one up; anything else there is none of the bot's business. */
export async function serveUnbound(
  desk: Desk,
  { stations, speaker }: Extract<Standing, { kind: 'unbound' }>,
): Promise<string | undefined> {
  const reading = readsAs(desk, desk.body)
  if (reading.kind === 'silence' || !reading.command.unboundGroups) return undefined
  return serveAt(desk, stations[0] ?? (await firstStation(desk, speaker.personId)), speaker)
}

/** A district's very first station, until its name is known: what is asked about it must hang on something. */
async function firstStation({ db }: Desk, personId: number): Promise<Station> {
  const { district } = await db.roleGrant.findFirstOrThrow({
    where: { personId, role: 'district', districtId: { not: null } },
    include: { district: true },
    orderBy: { id: 'desc' },
  })
  return db.station.create({ data: unnamedStation(district!) })
}
