import type { Board } from '../../station/document/board.js'
import { activitiesOf, countOf, type DutyFile } from '../../station/duty-file/sections.js'
import { Temporal } from '../../station/time/civil.js'
import type { DocumentMaker } from '../documents/document.js'
import { copy } from './copy.js'
import { consentedFiles } from './show.js'

export const GALLERY_DOCUMENT = 'duty-gallery'

interface GalleryRequest extends Record<string, unknown> {
  from: string
  until: string
  label: string
}

/** The gallery as a picture: everybody who said yes, in the order of the roster. */
export const galleryDocument: DocumentMaker<GalleryRequest> = {
  kind: GALLERY_DOCUMENT,
  async make({ db, station, now, services, args: { from, until, label } }) {
    const span = { from: Temporal.PlainDate.from(from), until: Temporal.PlainDate.from(until), label }
    const files = await consentedFiles({ db, station, now, span })
    if (files.length === 0) return { text: copy.gallery(label, []) }
    const bytes = await services.press.board(galleryBoard(station.name, label, files))
    return { file: { name: copy.galleryFile(station.name, label), mimeType: 'image/png', bytes } }
  },
}

export const galleryBoard = (station: string, label: string, files: readonly DutyFile[]): Board => ({
  title: copy.galleryTitle(station),
  subtitle: copy.gallerySubtitle(label),
  footer: copy.galleryFooter,
  format: 'card',
  blocks: [
    {
      kind: 'table',
      head: copy.galleryHead,
      rows: files.map((file) => [
        file.name,
        file.level ?? '',
        String(activitiesOf(file)),
        String(countOf(file, 'reception')),
        String(countOf(file, 'opinion')),
        String(countOf(file, 'suggestion')),
        String(countOf(file, 'research')),
      ]),
      widths: [28, 12, 12, 12, 12, 12, 12],
    },
  ],
})
