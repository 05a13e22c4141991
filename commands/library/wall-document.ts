import type { DocumentMaker } from '../documents/document.js'
import { MIME } from '../press.js'
import { copy } from './copy.js'
import { clausesIn, documentsInForce } from './records.js'

/** 制度上墙: every rule in force, laid out to be printed and hung. */
export const wallDocument: DocumentMaker = {
  kind: 'wall',
  async make({ db, station, now, services }) {
    const rules = await documentsInForce({ db, station, now }, '制度')
    if (rules.length === 0) return { text: copy.noRules }
    const bytes = await services.press.paper({
      title: copy.wallTitle(station.name),
      subtitle: copy.wallDate(now),
      blocks: rules.flatMap((rule) => [
        { kind: 'heading' as const, text: rule.title },
        ...clausesIn(rule).map(({ label, text }) => ({ kind: 'text' as const, text: `${label}　${text}` })),
        { kind: 'signature' as const, lines: [copy.edition(rule)] },
      ]),
    })
    return {
      file: { name: copy.wallFile(station.name), mimeType: MIME.docx, bytes },
      text: copy.onTheWall(rules.map(({ title }) => title)),
    }
  },
}
