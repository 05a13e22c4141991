import type { DocumentMaker } from '../documents/document.js'
import { MIME } from '../press.js'
import { copy } from './copy.js'
import { eventFacts } from './facts.js'

/** 海报: the text and the figures of an activity; no face and no name stands on it. */
export const posterDocument: DocumentMaker = {
  kind: 'poster',
  async make({ db, station, now, services, args }) {
    const activity = await db.activity.findUniqueOrThrow({ where: { id: Number(args.id) } })
    const facts = await eventFacts({ db, station, now }, activity)
    const figures = facts.held ? copy.posterFigures(facts) : []
    const text = String(args.text)
    const bytes = await services.press.board({
      title: facts.title,
      subtitle: copy.posterSubtitle(station.name),
      format: 'card',
      footer: copy.posterFooter(activity.no),
      blocks: [
        { kind: 'facts', rows: copy.posterRows(facts) },
        ...(figures.length === 0 ? [] : [{ kind: 'figures' as const, figures }]),
        { kind: 'text', text },
      ],
    })
    return { file: { name: copy.posterFile(activity), mimeType: MIME.png, bytes }, text: copy.posterMade(text) }
  },
}
