import type { Stream } from 'node:stream'
import type { Feature } from 'write-excel-file/node'

/** A sheet of more half characters is set on A3, or nobody could read it printed. */
const A4_CHARS = 150
const A3 = 8

interface Page {
  sheet: string
  columns: readonly { width: number }[]
  stickyRowsCount: number
}

/** Printed, a sheet is as wide as the page and as many pages long as it needs, its heading on each. */
export function printing(pages: readonly Page[]): Feature<Stream | Buffer | Blob> {
  const titles = pages.map(({ sheet, stickyRowsCount }, index) => {
    const name = escaped(sheet.replaceAll("'", "''"))
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${name}'!$1:$${stickyRowsCount}</definedName>`
  })
  const wide = pages.map(({ columns }) => columns.reduce((sum, { width }) => sum + width, 0) > A4_CHARS)
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
            tag === 'pageSetup'
              ? { ...attributes, ...(wide[sheetIndex] && { paperSize: A3 }), fitToWidth: 1, fitToHeight: 0 }
              : attributes,
        },
      },
    },
  }
}

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)
