import { LEADING, MEMBERS } from '../../station/roles.js'
import { SUGGESTION_STATES, type SuggestionState } from '../../station/suggestion/states.js'
import {
  FIRST_FOLLOW_UP_DAYS,
  nextStep,
  readSchedule,
  readTakingPart,
  stepForResult,
} from '../../station/supervision/schedule.js'
import { Temporal } from '../../station/time/civil.js'
import { optional } from '../arguments.js'
import { type Command, command } from '../command.js'
import type { CommandContext } from '../context.js'
import type { HandlingLetter } from '../handling/parts.js'
import { about, saying } from '../opinion/arguments.js'
import { masked } from '../opinion/masked.js'
import { findUnit } from '../opinion/units.js'
import { guarded } from '../opinion/without-numbers.js'
import { supervisionCopy as copy } from './copy.js'
import { namesOf, note, stepsOf, supervised, supervisionLine, supervisionOf } from './rows.js'

const KIND: Readonly<Record<HandlingLetter, string>> = { J: '建议', Y: '意见' }
const IN_HAND: Readonly<Record<HandlingLetter, readonly string[]>> = {
  J: ['assigned', 'handling', 'returned', 'redo', 'tracking'],
  Y: ['移交家室', '转办', '办理中', '退办待改派', '重办', '跟踪中'],
}
/** Beyond this a planned day is a slip of the pen. */
const FARTHEST_DAYS = 300
const stateText = ({ state }: { state: string }): string => SUGGESTION_STATES[state as SuggestionState]?.label ?? state

const startCommand = (letter: HandlingLetter) =>
  command({
    name: '联合督办',
    // 督办 Y17 presses the unit once (催办).
    aliases: letter === 'J' ? ['督办'] : [],
    summary: `几位代表一起督办一件${KIND[letter]}`,
    args: {
      no: about(letter, `${KIND[letter]}编号`),
      words: optional(saying(letter, '成员、单位和安排', '成员 张敏 赵磊 12月8日 现场查看')),
    },
    who: LEADING,
    changes: true,
    examples: [
      `联合督办 ${letter}5 成员 张敏 赵磊`,
      `联合督办 ${letter}5 成员 张敏 单位 卫健委 12月8日 现场查看 12月20日 听取汇报`,
    ],
    async run(context, { no, words = '' }) {
      const { db, station, change, speaker, now } = context
      const ref = `${letter}${no}`
      const row = await supervised(context, letter, no)
      if (!row) return
      if (!IN_HAND[letter].includes(row.state)) return context.say(copy.notInHand(ref, stateText(row)))
      const { before, steps } = readSchedule(words, now)
      const part = readTakingPart(before)
      const people = await db.person.findMany({
        where: { name: { in: [...part.members] }, memberships: { some: { stationId: station.id, state: 'agreed' } } },
      })
      const unknown = part.members.filter((name) => !people.some((person) => person.name === name))
      if (unknown.length > 0) return context.say(copy.notMembers(unknown))
      const units: string[] = []
      for (const typed of part.units) {
        const answer = await findUnit(context, typed)
        if (!('found' in answer)) return context.say(copy.unknownUnit(typed))
        units.push(answer.found.name)
      }
      const planned = await plan(context, ref, steps)
      if (!planned) return
      const memberIds = part.members.flatMap((name) => people.find((person) => person.name === name)?.id ?? [])
      const going = await supervisionOf(context, letter, no)
      const joined = {
        memberIds: [...new Set([...(going?.memberIds ?? []), ...memberIds])],
        units: [...new Set([...(going?.units ?? []), ...units])],
      }
      const supervision = going
        ? await change.update('Supervision', going.id, joined)
        : await change.create('Supervision', {
            stationId: station.id,
            letter,
            recordNo: no,
            ledById: speaker.personId,
            ...joined,
          })
      const known = await stepsOf(context, supervision)
      const first = { on: now.toPlainDate().add({ days: FIRST_FOLLOW_UP_DAYS }).toString(), what: null }
      const added = planned.length > 0 || known.length > 0 ? planned : [first]
      for (const step of added)
        await change.create('SupervisionStep', { stationId: station.id, supervisionId: supervision.id, ...step })
      const flag = part.members.length > 0 || part.units.length > 0 ? 'jointSupervision' : 'keyItem'
      const flags = 'flags' in row ? [...new Set([...row.flags, flag])] : undefined
      await note(context, row, flag === 'keyItem' ? '督办' : '联合督办', [...part.members, ...units].join('、'), flags)
      const today = now.toPlainDate().toString()
      const next = nextStep(await stepsOf(context, supervision), today)!
      await context.say(copy.started(ref, await namesOf(context, joined.memberIds), joined.units, next))
    },
  })

/** Dated steps as rows; says what is wrong with the first that will not do, and answers with null. */
async function plan(context: CommandContext, ref: string, steps: ReturnType<typeof readSchedule>['steps']) {
  const today = context.now.toPlainDate()
  for (const { on, what } of steps) {
    // A day of this year that is over is read as next year's: nobody plans a follow-up that far away.
    const far = Temporal.PlainDate.compare(on, today.add({ days: FARTHEST_DAYS })) > 0
    if (far || Temporal.PlainDate.compare(on, today) < 0) return void (await context.say(copy.pastDay(on)))
    if (what === '') return void (await context.say(copy.whatWanted(ref, on)))
  }
  const rows: { on: string; what: string | null }[] = []
  for (const { on, what } of steps) rows.push({ on: on.toString(), what: await masked(context, what) })
  return rows
}

const scheduleCommand = (letter: HandlingLetter) =>
  command({
    name: '督办安排',
    summary: `看或加${KIND[letter]}督办的安排`,
    args: {
      no: about(letter, `${KIND[letter]}编号`),
      words: optional(saying(letter, '日期和做什么', '12月8日 现场查看')),
    },
    who: MEMBERS,
    changes: true,
    silentAlone: true,
    examples: [`督办安排 ${letter}5`, `督办安排 ${letter}5 12月8日 现场查看`],
    async run(context, { no, words = '' }) {
      const { change, station, now, speaker } = context
      const ref = `${letter}${no}`
      const row = await supervised(context, letter, no)
      if (!row) return
      const going = await supervisionOf(context, letter, no)
      if (!going) return context.say(copy.none(ref))
      const { steps } = readSchedule(words, now)
      if (steps.length === 0) {
        const line = await supervisionLine(context, letter, no)
        return context.say(copy.schedule(ref, line, await stepsOf(context, going)))
      }
      if (going.ledById !== speaker.personId && !LEADING.some((role) => speaker.roles.has(role)))
        return context.say(copy.byLead(ref, (await namesOf(context, [going.ledById])).join()))
      const planned = await plan(context, ref, steps)
      if (!planned) return
      const added = []
      for (const step of planned)
        added.push(await change.create('SupervisionStep', { stationId: station.id, supervisionId: going.id, ...step }))
      // A follow-up that nobody planned makes room for what somebody did plan.
      for (const step of await stepsOf(context, going))
        if (step.what === null && step.state === 'planned')
          await change.update('SupervisionStep', step.id, { state: 'struck' })
      await note(context, row, '督办安排', planned.map(({ on, what }) => `${on.slice(5)} ${what}`).join('；'))
      await context.say(copy.planned(ref, added))
    },
  })

const resultCommand = (letter: HandlingLetter) =>
  command({
    name: '督办结果',
    summary: `记${KIND[letter]}督办的结果`,
    args: {
      no: about(letter, `${KIND[letter]}编号`),
      words: optional(saying(letter, '结果', '已现场查看，月底前开诊')),
    },
    who: MEMBERS,
    changes: true,
    silentAlone: true,
    examples: [`督办结果 ${letter}5 已现场查看，月底前开诊`],
    async run(context, { no, words = '' }) {
      const { change, now, speaker } = context
      const ref = `${letter}${no}`
      const row = await supervised(context, letter, no)
      if (!row) return
      const going = await supervisionOf(context, letter, no)
      if (!going) return context.say(copy.none(ref))
      const takesPart = [going.ledById, ...going.memberIds].includes(speaker.personId)
      if (!takesPart && !LEADING.some((role) => speaker.roles.has(role)))
        return context.say(copy.byLead(ref, (await namesOf(context, [going.ledById])).join()))
      if (words === '') return context.say(copy.resultWanted(ref))
      const steps = await stepsOf(context, going)
      const step = stepForResult(steps)
      if (!step) return context.say(copy.noStep(ref))
      const today = now.toPlainDate().toString()
      const result = await masked(context, words)
      const done = await change.update('SupervisionStep', step.id, { state: 'done', doneOn: today, result })
      await note(context, row, '督办结果', result)
      await context.say(
        copy.resulted(
          ref,
          done,
          nextStep(
            steps.filter(({ id }) => id !== step.id),
            today,
          ),
        ),
      )
    },
  })

const endCommand = (letter: HandlingLetter) =>
  command({
    name: '督办结束',
    aliases: ['结束督办'],
    summary: `结束一件${KIND[letter]}的督办`,
    args: { no: about(letter, `${KIND[letter]}编号`) },
    who: LEADING,
    changes: true,
    silentAlone: true,
    examples: [`督办结束 ${letter}5`],
    async run(context, { no }) {
      const ref = `${letter}${no}`
      const row = await supervised(context, letter, no)
      if (!row) return
      const going = await supervisionOf(context, letter, no)
      if (!going) return context.say(copy.none(ref))
      await context.change.update('Supervision', going.id, { state: 'over' })
      await note(context, row, '督办结束', '')
      await context.say(copy.over(ref))
    },
  })

const LETTERS = ['J', 'Y'] as const

export const supervisionCommands: readonly Command[] = [startCommand, scheduleCommand, resultCommand, endCommand]
  .flatMap((declare) => LETTERS.map((letter) => declare(letter) as Command))
  .map(guarded)
