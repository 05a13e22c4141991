import { LEADING, MEMBERS } from '../../station/roles.js'
import { ownActivity } from '../activity/find.js'
import { optional, reference } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { requestDocument } from '../documents/request.js'
import { copy } from './copy.js'
import { feedToken } from './feed.js'
import type { Whose } from './source.js'

export const calendarCommand = command({
  name: '日历',
  aliases: ['我的日历', '订阅日历'],
  summary: '活动的日历文件，或自己的订阅地址',
  args: { number: optional(reference('H', '活动编号')) },
  who: MEMBERS,
  changes: true,
  guests: true,
  examples: ['日历', '日历 H12'],
  async run(context, { number }) {
    if (number === undefined) return sendLink(context, { kind: 'person', id: context.speaker.personId })
    const open = await ownActivity(context, number, '日历')
    if (open) await requestDocument(context, { kind: 'activity-calendar', args: { id: open.activity.id }, to: 'here' })
  },
})

export const stationCalendarCommand = command({
  name: '本站日历',
  aliases: ['站日历'],
  summary: '本站日程的订阅地址',
  who: MEMBERS,
  changes: true,
  examples: ['本站日历'],
  run: (context) => sendLink(context, { kind: 'station', id: context.station.id }),
})

export const renewCalendarCommand = command({
  name: '换日历链接',
  summary: '作废旧的订阅地址，换一个新的',
  who: MEMBERS,
  changes: true,
  examples: ['换日历链接'],
  run: (context) => sendLink(context, { kind: 'person', id: context.speaker.personId }, true),
})

export const renewStationCalendarCommand = command({
  name: '换本站日历链接',
  summary: '作废本站旧的订阅地址，换一个新的',
  who: LEADING,
  changes: true,
  examples: ['换本站日历链接'],
  run: (context) => sendLink(context, { kind: 'station', id: context.station.id }, true),
})

/** An address is a secret: it is told privately, wherever it was asked for. Without feeds the same comes as a file. */
async function sendLink(context: CommandContext, whose: Whose, renew = false): Promise<void> {
  const { services, speaker, station, roomId } = context
  if (services.feedUrl === null) {
    await requestDocument(context, { kind: 'calendar', args: { ...whose }, to: 'private' })
    return
  }
  const token = await feedToken(context, whose, { renew })
  const url = new URL(`calendar/${token}.ics`, services.feedUrl).href
  const text = whose.kind === 'person' ? copy.link(url) : copy.stationLink(station.name, url)
  await context.tell(speaker.personId, renew ? `${copy.renewed}${text}` : text, { urgent: true })
  if (roomId !== null) await context.say(copy.sentPrivately)
}
