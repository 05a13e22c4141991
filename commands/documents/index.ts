import { activityNotice } from '../activity/card-document.js'
import { leaveNotice } from '../activity/leave-document.js'
import { activityCalendar, calendarFile } from '../calendar/documents.js'
import { checkUpDocument } from '../check-up/check-up-document.js'
import { commentsDocument } from '../consultation/comments-document.js'
import { receptionNotice, rotaPicture, rotaWorkbook } from '../duty/rota-documents.js'
import { galleryDocument } from '../duty-file/gallery-document.js'
import { dutyReportDocument } from '../duty-file/report-document.js'
import { ledgerDocument } from '../ledger/ledger-document.js'
import { wallDocument } from '../library/wall-document.js'
import { noticeDocument, noticePicture } from '../publicity/notice-document.js'
import { posterDocument } from '../publicity/poster-document.js'
import { yearReportDocument } from '../statistics/year-report.js'
import { suggestionPaper } from '../suggestion/paper-document.js'
import { summaryArchive } from '../summary/archive-document.js'
import { monthChart, summaryCard } from '../summary/card-document.js'
import type { DocumentMaker } from './document.js'

/** Every kind of document, by its name. */
export const documents: Readonly<Record<string, DocumentMaker>> = collect([
  activityNotice,
  leaveNotice,
  activityCalendar,
  calendarFile,
  wallDocument,
  yearReportDocument,
  posterDocument,
  noticePicture,
  noticeDocument,
  receptionNotice,
  rotaPicture,
  rotaWorkbook,
  ledgerDocument as DocumentMaker,
  dutyReportDocument as DocumentMaker,
  galleryDocument as DocumentMaker,
  checkUpDocument,
  summaryArchive,
  suggestionPaper,
  commentsDocument,
  summaryCard,
  monthChart,
])

function collect(makers: readonly DocumentMaker[]): Record<string, DocumentMaker> {
  const byKind: Record<string, DocumentMaker> = {}
  for (const maker of makers) {
    if (byKind[maker.kind]) throw new Error(`two makers of ${maker.kind}`)
    byKind[maker.kind] = maker
  }
  return byKind
}
