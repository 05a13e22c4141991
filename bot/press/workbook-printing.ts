import type { Stream } from 'node:stream'
import type { Feature } from 'write-excel-file/node'

/** Half characters that a page across holds in letters of nine points: 116 of A4 and 170 of A3 in the body's eleven. */
const A4_CHARS = 130
const A3_CHARS = 200
const A3 = 8

interface Across {
  paper: { paperSize?: number }
  /** Pages side by side; the first column, which holds the number of the record, stands on each. */
  pages: 1 | 2
}

/** A sheet too wide for A3 is two of them side by side: fitted on one, its letters would be six points high. */
export const acrossOf = (widths: readonly number[]): Across => {
  const chars = widths.reduce((sum, width) => sum + width, 0)
  if (chars <= A4_CHARS) return { paper: {}, pages: 1 }
  return { paper: { paperSize: A3 }, pages: chars <= A3_CHARS ? 1 : 2 }
}

interface Page {
  sheet: string
  columns: readonly { width: number }[]
  stickyRowsCount: number
}

/** Printed, a sheet is as wide as its page or two, and as many pages long as it needs, its heading on each. */
export function printing(pages: readonly Page[]): Feature<Stream | Buffer | Blob> {
  const across = pages.map(({ columns }) => acrossOf(columns.map(({ width }) => width)))
  const titles = pages.map(({ sheet, stickyRowsCount }, index) => {
    const name = `'${escaped(sheet.replaceAll("'", "''"))}'`
    const number = across[index]!.pages > 1 ? `${name}!$A:$A,` : ''
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${number}${name}!$1:$${stickyRowsCount}</definedName>`
  })
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace('</sheets>', () => `</sheets><definedNames>${titles.join('')}</definedNames>`),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) => xml.replace('<sheetViews', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews'),
          transformElementAttributes: (tag, attributes, _index, _options, { sheetIndex }) =>
            tag === 'pageSetup' ? { ...attributes, ...setting(across[sheetIndex]!) } : attributes,
        },
      },
    },
  }
}

/** Both halves of a page follow each other, so that they can be laid side by side. */
const setting = ({ paper, pages }: Across) => ({
  ...paper,
  ...(pages > 1 && { pageOrder: 'overThenDown' }),
  fitToWidth: pages,
  fitToHeight: 0,
})

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)
