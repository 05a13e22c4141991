import type { Paper } from '../../station/document/paper.js'
import { momentOf, type Temporal } from '../../station/time/civil.js'
import type { DocumentMaker } from '../documents/document.js'
import { MIME } from '../press.js'
import { endsAtOf } from './facts.js'
import { type LeaveFacts, notice } from './notice-copy.js'

/** 公务证明: what a deputy hands to the employer, who must give the time (代表法40、41). */
export const leaveNotice: DocumentMaker = {
  kind: 'leave-notice',
  async make({ db, station, services, now, args }) {
    const activity = await db.activity.findUniqueOrThrow({ where: { id: Number(args.id) }, include: { station: true } })
    const person = await db.person.findUniqueOrThrow({ where: { id: Number(args.personId) } })
    const host = activity.stationId === station.id ? station : activity.station
    const bytes = await services.press.paper(
      noticeOf(
        {
          station: host.name,
          label: host.label,
          name: person.name,
          level: person.level,
          employer: person.employer,
          title: activity.title,
          no: activity.no,
          place: activity.place,
          startsAt: momentOf(activity.startsAt),
          endsAt: endsAtOf(activity),
        },
        now.toPlainDate(),
      ),
    )
    return {
      file: { name: notice.leaveName(person.name, activity), mimeType: MIME.docx, bytes },
      text: notice.leaveSent,
    }
  },
}

export function noticeOf(facts: LeaveFacts, today: Temporal.PlainDate): Paper {
  return {
    title: notice.leaveTitle,
    blocks: [
      { kind: 'text', text: notice.leaveTo(facts) },
      { kind: 'text', text: notice.leaveBody(facts) },
      { kind: 'text', text: notice.leaveLaw },
      { kind: 'signature', lines: [notice.leaveSigner(facts), `${today.year}年${today.month}月${today.day}日`] },
    ],
  }
}
