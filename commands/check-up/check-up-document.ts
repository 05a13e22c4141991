import { type Score, scoresOf } from '../../station/check-up/score.js'
import type { Board } from '../../station/document/board.js'
import type { Moment } from '../../station/time/civil.js'
import type { DocumentMaker } from '../documents/document.js'
import { copy } from './copy.js'
import { checkUpFacts } from './load.js'

export const CHECK_UP_DOCUMENT = 'check-up'

export const checkUpDocument: DocumentMaker = {
  kind: CHECK_UP_DOCUMENT,
  async make({ db, station, now, services }) {
    const board = checkUpBoard(station.name, scoresOf(await checkUpFacts(db, station, now)), now)
    const bytes = await services.press.board(board)
    return { file: { name: copy.fileName(station.name, now), mimeType: 'image/png', bytes } }
  },
}

export function checkUpBoard(station: string, scores: readonly Score[], now: Moment): Board {
  const short = scores.filter(({ mark }) => mark === 'short')
  return {
    title: copy.boardTitle(station),
    subtitle: copy.boardSubtitle(now.year),
    footer: copy.boardFooter(now),
    format: 'card',
    blocks: [
      { kind: 'heading', text: copy.heading },
      {
        kind: 'bars',
        bars: scores.map((score) => ({
          label: score.label,
          value: score.of === null ? 0 : Math.min(score.value, score.of),
          of: score.of ?? 1,
          text: copy.figure(score),
        })),
      },
      { kind: 'heading', text: copy.shortHeading },
      ...(short.length === 0
        ? [{ kind: 'text' as const, text: copy.allMet }]
        : short.map((score) => ({ kind: 'text' as const, text: copy.shortLine(score, copy.figure(score)) }))),
    ],
  }
}
