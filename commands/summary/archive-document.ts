import type { PaperBlock } from '../../station/document/paper.js'
import { momentOf } from '../../station/time/civil.js'
import type { DocumentMaker } from '../documents/document.js'
import { MIME } from '../press.js'
import type { FormSection } from './archive-form.js'
import { copy } from './copy.js'
import { isOfRecord, titleAndBody } from './title.js'

/** 归档: the full form of a stored summary, from the very rows it was stored with. */
export const summaryArchive: DocumentMaker = {
  kind: 'summary-archive',
  async make({ db, services, args }) {
    const row = await db.summary.findUniqueOrThrow({ where: { id: Number(args.id) }, include: { station: true } })
    const { title, body: lines } = titleAndBody(row, row.station.name)
    const signer = isOfRecord(row.about) ? row.station.name : row.about!.split(':').at(-1)!
    const sections = row.archive as unknown as FormSection[]
    const bytes = await services.press.paper({
      title,
      blocks: [
        ...lines.map((text): PaperBlock => ({ kind: 'text', text })),
        ...sections.flatMap(({ heading, columns, rows }): PaperBlock[] => [
          { kind: 'heading', text: heading },
          { kind: 'table', head: columns, rows },
        ]),
        { kind: 'signature', lines: [signer, copy.date(momentOf(row.createdAt))] },
      ],
    })
    return { file: { name: copy.archiveFile(title), mimeType: MIME.docx, bytes } }
  },
}
