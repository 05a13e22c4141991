import { inviteOrganisation } from '../../station/meeting/invitation.js'
import { stepMeeting } from '../../station/meeting/machine.js'
import type { Meeting } from '../../station/meeting/meeting.js'
import { USUAL_ANYWHERE, USUAL_ORGANISATIONS } from '../../station/meeting/usual-organisations.js'
import { LEADING } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { beginning, isAfter } from '../activity/moment-of.js'
import { timeFault } from '../activity/time-fault.js'
import { optional, reference, text, when } from '../arguments.js'
import { command } from '../command.js'
import { about, keyed, words } from '../keyed.js'
import { copy } from './copy.js'
import { meetingOf, plain, theMeeting } from './load.js'

const asked = (organisation: string): Meeting['invited'][number] => ({
  organisation,
  answer: 'silent',
  attendees: [],
  reason: null,
  answeredAt: null,
})

export const createMeetingCommand = command({
  name: '建联席会',
  aliases: ['建联席会议'],
  summary: '建一次联席会',
  args: {
    time: when('时间'),
    place: optional(keyed(['地点'], '地点', '地点 联络站')),
    topics: keyed(['议题'], '议题', '议题 基层医疗能力'),
  },
  who: LEADING,
  changes: true,
  examples: ['建联席会 12月20日14:30 议题 基层医疗能力'],
  async run(context, { time, place, topics }) {
    const { station, change, settings, now } = context
    const begins = beginning(time)
    if (!begins) return context.say(copy.unclearTime)
    const fault = timeFault(begins, context)
    if (fault) return context.say(isAfter(begins.startsAt, now) ? fault : copy.past)
    const named = settings.jointMeetingOrganisations
    const organisations = named.length > 0 ? named : (USUAL_ORGANISATIONS[station.profession] ?? USUAL_ANYWHERE)
    const meeting: Meeting = {
      startsAt: begins.startsAt,
      place: place ?? station.address ?? station.name,
      invited: organisations.map(asked),
      agenda: topics.split(/[、/]/).map((topic, index) => ({ no: index + 1, topic, presenter: null })),
      materials: [],
    }
    const stepped = stepMeeting('preparing', 'invite', meeting, { now })
    if (!stepped.ok) return context.say(copy.refused(stepped.error))
    const row = await change.create('Meeting', {
      stationId: station.id,
      no: await change.nextNumber(station.id, 'T'),
      startsAt: dateOf(begins.startsAt),
      place: meeting.place,
      state: stepped.value,
      invited: plain(meeting.invited),
      agenda: plain(meeting.agenda),
      createdAt: dateOf(now),
    })
    await context.say(copy.created(row, organisations))
    if (context.roomId === null) await context.announce(copy.created(row, organisations))
  },
})

export const inviteOrganisationCommand = command({
  name: '邀请',
  summary: '请一个单位参加联席会',
  args: { number: reference('T', '联席会编号'), names: about('T', words('单位', '民政局')) },
  who: LEADING,
  changes: true,
  examples: ['T3 邀请 民政局'],
  async run(context, { number, names }) {
    const row = await theMeeting(context, number)
    if (!row) return
    let meeting = meetingOf(row)
    for (const name of names) {
      const invited = inviteOrganisation(meeting, name)
      if (!invited.ok) return context.say(copy.alreadyInvited(row, name))
      meeting = invited.value
    }
    await context.change.update('Meeting', row.id, { invited: plain(meeting.invited) as never })
    await context.say(copy.invitedToo(row, names))
  },
})

export const addMaterialCommand = command({
  name: '交材料',
  summary: '给联席会交议题材料',
  args: { number: reference('T', '联席会编号'), content: about('T', text('材料标题或链接', '基层医疗能力现状')) },
  who: LEADING,
  changes: true,
  examples: ['T3 交材料 基层医疗能力现状'],
  async run(context, { number, content }) {
    const row = await theMeeting(context, number)
    if (!row) return
    const materials = meetingOf(row).materials
    const added = [...materials, { no: materials.length + 1, title: content, agendaNo: null, fileId: content }]
    await context.change.update('Meeting', row.id, { materials: plain(added) as never })
    await context.say(copy.materialStored(row, added.length, content))
  },
})
