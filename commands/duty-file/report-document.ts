import type { Paper, PaperBlock } from '../../station/document/paper.js'
import { type DutyFile, entriesIn, SECTIONS, type SectionKey } from '../../station/duty-file/sections.js'
import { Temporal } from '../../station/time/civil.js'
import type { DocumentMaker } from '../documents/document.js'
import { MIME } from '../press.js'
import { copy } from './copy.js'
import { dutyFiles } from './load.js'

export const DUTY_REPORT_DOCUMENT = 'duty-report'

interface ReportRequest extends Record<string, unknown> {
  from: string
  until: string
  label: string
}

/** 述职 draft of whoever asked, and of nobody else: every line leads back to a record by its number. */
export const dutyReportDocument: DocumentMaker<ReportRequest> = {
  kind: DUTY_REPORT_DOCUMENT,
  async make({ db, station, now, services, personId, args: { from, until, label } }) {
    const span = { from: Temporal.PlainDate.from(from), until: Temporal.PlainDate.from(until), label }
    const [file] = await dutyFiles({ db, station, now, span, personIds: [personId] })
    if (!file) return { text: copy.noFile }
    const bytes = await services.press.paper(reportPaper(station.name, label, file))
    return { file: { name: copy.reportName(file, label), mimeType: MIME.docx, bytes }, text: copy.reportDone(label) }
  },
}

export function reportPaper(station: string, label: string, file: DutyFile): Paper {
  const numerals = '一二三四五六七八'
  const sections = (Object.keys(SECTIONS) as SectionKey[]).flatMap((key, index): PaperBlock[] => [
    { kind: 'heading', text: `${numerals[index]}、${SECTIONS[key]}` },
    ...(key === 'basic' ? file.basic.map((text): PaperBlock => ({ kind: 'text', text })) : [entries(file, key)]),
  ])
  return {
    title: copy.reportTitle(label),
    subtitle: copy.reportSubtitle(file, station),
    blocks: [
      { kind: 'text', text: copy.reportLead(label, file) },
      ...sections,
      { kind: 'text', text: copy.reportNote },
      { kind: 'signature', lines: copy.reportSign(file) },
    ],
  }
}

function entries(file: DutyFile, key: SectionKey): PaperBlock {
  const rows = entriesIn(file, key).map((entry) => [entry.on, copy.reportEntry(entry), entry.ref ?? ''])
  if (rows.length === 0) return { kind: 'text', text: copy.reportNone }
  return { kind: 'table', head: copy.reportHead, rows, widths: [18, 64, 18] }
}
