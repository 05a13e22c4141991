import { LEADING, MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { oneOf } from '../arguments.js'
import { command } from '../command.js'
import type { StationContext } from '../context.js'
import { deputiesOf } from '../people/member-named.js'
import { askPerson } from '../put-question.js'
import { accountOf } from '../station-context.js'
import { copy } from './copy.js'

const KNOWN_KIND = 'onboarding-known'
const DAYS_OPEN = 30

/** The three screens, privately; the last asks for 已知 unless the person has said so before. */
async function explainTo(context: StationContext, personId: number, known: boolean): Promise<void> {
  const screens = copy.screens(context.station, context.settings)
  if (known) {
    for (const screen of screens) await context.tell(personId, screen, { urgent: true })
    return
  }
  for (const screen of screens.slice(0, -1)) await context.tell(personId, screen)
  await askPerson(context, personId, {
    kind: KNOWN_KIND,
    payload: {},
    text: `${screens[2]}\n${copy.askKnown}`,
    openMinutes: DAYS_OPEN * 24 * 60,
  })
}

const rowOf = ({ db, station }: StationContext, personId: number) =>
  db.onboarding.findUnique({ where: { stationId_personId: { stationId: station.id, personId } } })

const reachable = async ({ db, now }: StationContext, personId: number): Promise<boolean> =>
  (await accountOf(db, personId, now)) !== null

/** Tells a newcomer once, as soon as there is an account to write to; whoever was told before is left in peace. */
export async function welcome(context: StationContext, personId: number): Promise<boolean> {
  if ((await rowOf(context, personId)) || !(await reachable(context, personId))) return false
  await context.change.create('Onboarding', { stationId: context.station.id, personId, toldAt: dateOf(context.now) })
  await explainTo(context, personId, false)
  return true
}

export const explainCommand = command({
  name: '说明',
  aliases: ['加入须知', '入站须知', '本站说明'],
  summary: '看本站说明，三屏以内',
  who: MEMBERS,
  changes: false,
  examples: ['说明'],
  async run(context) {
    const { speaker, station, settings, roomId } = context
    if (roomId === null) {
      for (const screen of copy.screens(station, settings)) await context.say(screen)
      return
    }
    const known = (await rowOf(context, speaker.personId))?.knownAt != null
    await explainTo(context, speaker.personId, known)
    await context.say(copy.sentPrivately(speaker.name))
  },
})

export const briefCommand = command({
  name: '宣讲',
  aliases: ['宣传解释'],
  summary: '向全站私发加入须知，看谁已知',
  args: { what: oneOf('对象', { 全员: 'send', 全体: 'send', 进度: 'count', 情况: 'count' } as const) },
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['宣讲 全员', '宣讲 进度'],
  async run(context, { what }) {
    const { db, station, change, now } = context
    const deputies = await deputiesOf(context)
    const rows = await db.onboarding.findMany({ where: { stationId: station.id } })
    const known = new Set(rows.flatMap(({ personId, knownAt }) => (knownAt ? [personId] : [])))
    const waiting = deputies.filter(({ id }) => !known.has(id))
    const knownCount = deputies.length - waiting.length
    if (what === 'count') return context.say(copy.briefing(knownCount, waiting.length))
    let sent = 0
    for (const { id } of waiting) {
      if (!(await reachable(context, id))) continue
      sent += 1
      const row = rows.find(({ personId }) => personId === id)
      if (row) await change.update('Onboarding', row.id, { sentAt: dateOf(now) })
      else
        await change.create('Onboarding', {
          stationId: station.id,
          personId: id,
          toldAt: dateOf(now),
          sentAt: dateOf(now),
        })
      await explainTo(context, id, false)
    }
    await context.say(copy.briefed(sent, knownCount, deputies.length, waiting.length - sent))
  },
  answers: {
    [KNOWN_KIND]: {
      accepts: (folded) => (/^(?:已知|已读|知道了|都知道了)[。!！]*$/.test(folded.trim()) ? true : undefined),
      async run(context) {
        const { speaker, change, station, now, say } = context
        const row = await rowOf(context, speaker.personId)
        if (row) await change.update('Onboarding', row.id, { knownAt: row.knownAt ?? dateOf(now) })
        else {
          const told = { stationId: station.id, personId: speaker.personId, toldAt: dateOf(now) }
          await change.create('Onboarding', { ...told, knownAt: dateOf(now) })
        }
        await say(copy.known)
      },
    },
  },
})
