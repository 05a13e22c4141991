import type { PaperBlock } from '../../station/document/paper.js'
import type { DocumentMaker } from '../documents/document.js'
import { MIME } from '../press.js'
import type { FormSection } from './archive-form.js'
import { copy } from './copy.js'

/** 归档: the full form of a stored summary, from the very rows it was stored with. */
export const summaryArchive: DocumentMaker = {
  kind: 'summary-archive',
  async make({ db, services, args, station }) {
    const row = await db.summary.findUniqueOrThrow({ where: { id: Number(args.id) } })
    const [title = station.name, ...lines] = row.text.split('\n')
    const sections = row.archive as unknown as FormSection[]
    const bytes = await services.press.paper({
      title,
      blocks: [
        ...lines.map((text): PaperBlock => ({ kind: 'text', text })),
        ...sections.flatMap(({ heading, columns, rows }): PaperBlock[] => [
          { kind: 'heading', text: heading },
          { kind: 'table', head: columns, rows },
        ]),
        { kind: 'signature', lines: [station.name, row.createdAt.toISOString().slice(0, 10)] },
      ],
    })
    return { file: { name: copy.archiveFile(title), mimeType: MIME.docx, bytes } }
  },
}
