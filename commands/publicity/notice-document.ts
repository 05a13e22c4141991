import type { Board } from '../../station/document/board.js'
import type { Paper } from '../../station/document/paper.js'
import { LEVELS } from '../../station/people/levels.js'
import { type Moment, Temporal } from '../../station/time/civil.js'
import type { DocumentMaker } from '../documents/document.js'
import { MIME } from '../press.js'
import { copy } from './copy.js'
import { type NoticeFacts, noticeFacts } from './facts.js'

export const noticeBoard = (facts: NoticeFacts, at: Moment): Board => ({
  title: copy.noticeTitle(facts),
  subtitle: copy.noticeSubtitle(facts),
  format: 'a4',
  footer: copy.noticeFooter(at),
  blocks: [
    { kind: 'facts', rows: copy.noticeRows(facts) },
    { kind: 'heading', text: copy.receptionsHeading },
    facts.receptions.length === 0
      ? { kind: 'text', text: copy.noReceptions }
      : {
          kind: 'table',
          head: copy.receptionHead,
          rows: facts.receptions.map(copy.receptionRow),
          widths: [5, 4, 5, 3],
        },
    { kind: 'heading', text: copy.deputiesHeading(facts.deputies.length) },
    { kind: 'facts', rows: nameRows(facts) },
  ],
})

export const noticePaper = (facts: NoticeFacts, at: Moment): Paper => ({
  title: copy.noticeTitle(facts),
  subtitle: copy.noticeSubtitle(facts),
  blocks: [
    { kind: 'table', rows: copy.noticeRows(facts) },
    { kind: 'heading', text: copy.receptionsHeading },
    facts.receptions.length === 0
      ? { kind: 'text', text: copy.noReceptions }
      : { kind: 'table', head: copy.receptionHead, rows: facts.receptions.map(copy.receptionRow) },
    { kind: 'heading', text: copy.deputiesHeading(facts.deputies.length) },
    { kind: 'table', rows: nameRows(facts) },
    { kind: 'signature', lines: [facts.station, copy.noticeFooter(at)] },
  ],
})

/** One row a level, names behind one another, so that sixty still fit on a page. */
const nameRows = ({ deputies }: NoticeFacts): [string, string][] => {
  const known = new Set(deputies.map(({ level }) => level))
  const levels = [...LEVELS.filter((level) => known.delete(level)), ...known]
  return levels.map((level) => [
    copy.levelOf(level),
    deputies
      .filter((deputy) => deputy.level === level)
      .map(({ name }) => name)
      .join('、'),
  ])
}

const maker = (format: 'png' | 'docx'): DocumentMaker => ({
  kind: `notice-${format}`,
  async make({ db, station, now, services, args }) {
    const month = Temporal.PlainYearMonth.from(String(args.month))
    const facts = await noticeFacts({ db, station, now }, month)
    const bytes =
      format === 'png'
        ? await services.press.board(noticeBoard(facts, now))
        : await services.press.paper(noticePaper(facts, now))
    return {
      file: { name: copy.noticeFile(station.name, month.month, format), mimeType: MIME[format], bytes },
      ...(format === 'docx' && { text: copy.noticeMade }),
    }
  },
})

export const noticePicture = maker('png')
export const noticeDocument = maker('docx')
