import type { Station } from '../../prisma/generated/client.js'
import { foldWithMap } from '../../station/text/fold.js'
import type { Command } from '../command.js'
import type { Desk } from '../front-desk.js'
import { readLine } from '../read.js'
import { copy } from './copy.js'

/** 退出 秦淮金融 H3, 退出 秦淮金融站的H3: the station whose number it is, before it. */
const BEFORE = /(^|[\s,，])([\p{Script=Han}]{2,10}?)站?的?\s*(?=[Hh]\s?\d)/u
/** 退出 H3（秦淮金融站）: as the bot itself writes it. */
const AFTER = /([Hh]\s?\d{1,8})\s*[（(]?\s*([\p{Script=Han}]{2,10}?)站\s*[）)]?(?=\s|$|[,，])/u

type Named =
  | { host: string; body: string }
  /** It was meant for another station's activity and cannot be done from here. */
  | { refused: string }

/**
 * A guest may name the station whose activity is meant: its numbers are not this station's. Where the line is a guest's
 * (报名, 退出, 签到 …) it is done there; any other would be done to this station's own activity of that number, so it is not.
 */
export async function namedHost(desk: Desk, { id, name: own, districtId }: Station): Promise<Named | undefined> {
  const { body, house, db } = desk
  const said = [BEFORE.exec(body), AFTER.exec(body)].find((match) => match && !isHead(house.commands, match[2]!))
  if (!said) return undefined
  const [whole, kept, name] = said as unknown as [string, string, string]
  if (own.includes(name)) return undefined
  const rest = `${body.slice(0, said.index)}${kept}${body.slice(said.index + whole.length)}`
  const reading = readLine(foldWithMap(rest), house.commands, desk)
  if (reading.kind === 'silence' || !isAboutActivity(reading.command)) return undefined
  const no = Number(/[Hh]\s?(\d{1,8})/.exec(rest)![1])
  const invitations = await db.guestStation.findMany({
    where: { stationId: id, activity: { no } },
    include: { activity: { include: { station: true } } },
  })
  const host = invitations.map(({ activity }) => activity.station.name).find((each) => each.includes(name))
  if (host !== undefined)
    return reading.command.guests ? { host, body: rest } : { refused: copy.hostsOnly(no, host, reading.command.name) }
  // Its full name is nobody's reason and nobody's duty.
  const neighbour = await db.station.findFirst({ where: { districtId, name } })
  return neighbour ? { refused: copy.notInvited(no, name) } : undefined
}

const isHead = (commands: readonly Command[], word: string): boolean =>
  commands.some(({ name, aliases }) => name === word || aliases.includes(word))

const isAboutActivity = ({ args }: Command): boolean => Object.values(args).some(({ label }) => label === '活动编号')
