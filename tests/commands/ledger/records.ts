import type { StationContext } from '../../../commands/context.js'
import { saveDuty } from '../../../commands/duty/book.js'
import { EMPTY_BOOK } from '../../../station/duty/book.js'
import type { DutyFact } from '../../../station/duty/events.js'
import { dateOf, parseMoment, Temporal } from '../../../station/time/civil.js'

const TITLES = ['义诊进社区', '专题视察调研', '法律知识讲座', '学习培训', '走访座谈', '立法调研座谈会']
const TYPES = ['义诊', '专题视察调研', '法律知识讲座', '学习培训', '走访座谈', '立法调研座谈会']
const CATEGORIES = ['卫生计生', '城乡建设', '教育文体', null]
const STATES = ['已登记', '转办', '已答复', '办结', '撤回']
const SUGGESTION_STATES = ['drafting', 'assigned', 'replied', 'closed']

const day = (year: number, month: number, date: number, time = '09:00') =>
  parseMoment(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')} ${time}`)

/** Records of some months of a station, through the same door as the commands, so that they have their history. */
export async function recordMonths(
  context: StationContext,
  chance: () => number,
  { year, months, busy = 1 }: { year: number; months: readonly number[]; busy?: number },
): Promise<void> {
  const { change, db, station, services } = context
  const stationId = station.id
  const members = await db.membership.findMany({
    where: { stationId, kind: { not: '工作人员' } },
    include: { person: true },
    orderBy: { id: 'asc' },
  })
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)]!
  const upTo = (most: number): number => Math.floor(chance() * (most + 1))
  let book = EMPTY_BOOK
  for (const month of months) {
    for (let made = 0; made < 2 * busy; made++) {
      const kind = upTo(TITLES.length - 1)
      const startsAt = day(year, month, 1 + upTo(26))
      const activity = await change.create('Activity', {
        stationId,
        no: await change.nextNumber(stationId, 'H'),
        type: TYPES[kind]!,
        title: TITLES[kind]!,
        state: pick(['ended', 'summaryPublished', 'archived', 'cancelled']),
        startsAt: dateOf(startsAt),
        place: pick(['来凤街', '双塘街道', null]),
        pools: [{ key: '到场', capacityPersons: 20 }],
        createdById: members[0]!.personId,
        createdByRole: pick(['convenor', 'liaison']),
        createdAt: dateOf(startsAt.subtract({ days: upTo(20) })),
        headcountPersons: pick([null, upTo(200)]),
        planNo: pick([null, 1]),
        direction: pick(['up', 'down', null]),
        orientation: pick(['goal', 'problem', null]),
        summaryText: `${TITLES[kind]}，服务居民；电话13812345678。`,
      })
      const going = members.filter(() => chance() < 0.5)
      for (const [index, { personId, person }] of going.entries()) {
        const leave = chance() < 0.15
        await change.create('SignUp', {
          activityId: activity.id,
          personId,
          byId: personId,
          status: leave ? 'leave' : 'confirmed',
          arrivalSeq: index + 1,
          lastSeq: index + 1,
          signedUpAt: dateOf(startsAt.subtract({ days: 1 })),
          pool: '到场',
          leaveReason: leave ? '出差' : null,
        })
        if (!leave && chance() < 0.8)
          await change.create('Attendance', {
            activityId: activity.id,
            personId,
            personName: person.name,
            at: dateOf(startsAt),
            way: 'self',
            pool: '到场',
          })
      }
    }
    const heard: number[] = []
    for (let made = 0; made < 3 * busy; made++) {
      const no = await change.nextNumber(stationId, 'Y')
      const recordedAt = day(year, month, 1 + upTo(26), '10:00')
      const state = pick(STATES)
      heard.push(no)
      await change.create('Opinion', {
        stationId,
        no,
        reporterId: pick(members).personId,
        original: services.seal('王阿姨13812345678说社区医院没有儿科', `Opinion:${stationId}:${no}`),
        text: '某阿姨〔电话〕说社区医院没有儿科',
        state,
        category: pick(CATEGORIES),
        place: pick(['来凤街社区', null]),
        urgent: chance() < 0.1,
        livelihood: chance() < 0.2,
        unit: pick(['区卫生健康委员会', null]),
        stamps: { registeredAt: recordedAt.toInstant().toString() },
        supporterIds: [],
        recordedAt: dateOf(recordedAt),
      })
    }
    const no = await change.nextNumber(stationId, 'D')
    const date = Temporal.PlainDate.from({ year, month, day: 10 }).toString()
    const holder = pick(members).personId
    const facts: DutyFact[] = [
      {
        type: 'planned',
        shift: {
          no,
          rosterMonth: date.slice(0, 7),
          date,
          startsAt: '09:00',
          endsAt: '11:00',
          dayClass: 'workday',
          seats: [{}, {}],
        },
      },
      {
        type: 'seatsChanged',
        changes: [{ shiftNo: no, seat: 0, fromId: null, toId: holder, reason: null }],
        cause: { kind: 'draft' },
      },
      ...(['confirmed', 'announced', 'signedIn', 'recording', 'summarised'] as const).map(
        (stage): DutyFact => ({ type: 'staged', shiftNo: no, stage }),
      ),
      { type: 'signedIn', shiftNo: no, personId: holder, lateMinutes: 0, extra: false },
      { type: 'opinionRecorded', shiftNo: no, opinionNo: heard[0]! },
    ]
    const at = day(year, month, 10, '08:55')
    book = await saveDuty({ ...context, now: at, tell: async () => {} }, book, { facts, affected: [], notes: [] }, null)
    const shift = await db.dutyShift.findUniqueOrThrow({ where: { stationId_no: { stationId, no } } })
    await change.update('DutyShift', shift.id, { visitorPersons: upTo(12) })
    await change.create('Suggestion', {
      stationId,
      no: await change.nextNumber(stationId, 'J'),
      state: pick(SUGGESTION_STATES),
      title: '关于在社区医院增设儿科的建议',
      text: '由卫健委牵头',
      leadId: pick(members).personId,
      level: '区',
      cosignerIds: [pick(members).personId],
      opinionNos: [heard[0]!],
      flags: [],
      draftedAt: dateOf(day(year, month, 15)),
    })
    await change.create('ResearchPiece', {
      stationId,
      no: await change.nextNumber(stationId, 'X'),
      title: '基层医保支付调研',
      state: pick(['topic', 'field', 'written', 'sent', 'adopted']),
      year,
      leadId: members[0]!.personId,
      leadName: members[0]!.person.name,
      memberIds: [],
      startedAt: dateOf(day(year, month, 5)),
    })
    const meeting = await change.create('Meeting', {
      stationId,
      no: await change.nextNumber(stationId, 'T'),
      startsAt: dateOf(day(year, month, 20)),
      state: 'held',
      createdAt: dateOf(day(year, month, 2)),
    })
    await change.create('MeetingDecision', {
      meetingId: meeting.id,
      no: 1,
      task: '增设儿科门诊',
      owner: { kind: 'organisation', name: '区卫生健康委员会' },
      dueOn: `${year}-12-31`,
      state: 'open',
    })
    await change.create('ContactRecord', {
      stationId,
      personId: pick(members).personId,
      kind: '走访',
      households: 3,
      at: dateOf(day(year, month, 8)),
    })
  }
}
