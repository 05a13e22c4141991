import { momentOf } from '../../station/time/civil.js'
import { describeDay } from '../../station/time/describe.js'
import type { DocumentMaker } from '../documents/document.js'
import { MIME } from '../press.js'
import { activityEvent } from './activities.js'
import { copy } from './copy.js'
import type { Whose } from './source.js'
import { calendarOf } from './sources.js'

/** 日历 H12: one activity as a file. */
export const activityCalendar: DocumentMaker = {
  kind: 'activity-calendar',
  async make({ db, services, args }) {
    const activity = await db.activity.findUniqueOrThrow({ where: { id: Number(args.id) }, include: { station: true } })
    const name = `H${activity.no}${activity.title}${describeDay(momentOf(activity.startsAt))}`
    const bytes = services.press.calendar({ name, events: await activityEvent(db, activity) })
    return { file: { name: copy.fileName(name), mimeType: MIME.ics, bytes } }
  },
}

/** The whole of somebody's calendar as a file, where none can be subscribed to. */
export const calendarFile: DocumentMaker = {
  kind: 'calendar',
  async make({ db, services, station, now, args, personId }) {
    const { name: person } = await db.person.findUniqueOrThrow({ where: { id: personId } })
    const whose = args as unknown as Whose
    const name = whose.kind === 'person' ? copy.personCalendar(person) : copy.stationCalendar(station.name)
    const calendar = await calendarOf(db, whose, name, now)
    if (calendar.events.length === 0) return { text: copy.nothingYet }
    const bytes = services.press.calendar(calendar)
    return { file: { name: copy.fileName(name), mimeType: MIME.ics, bytes }, text: copy.fileInstead }
  },
}
