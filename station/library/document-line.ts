/** A document as it is announced in one line. */
export interface DocumentLine {
  title: string
  issuer: string | null
  /** "2023-04", "2023-04-18". */
  issuedOn: string
}

const ISSUED = /(20\d{2})\s*[-年./]\s*(\d{1,2})(?:\s*[-月./]\s*(\d{1,2})\s*日?|\s*月)?/u
const two = (digits: string): string => digits.padStart(2, '0')

/** Title, month and issuer, the month wherever it stands; what follows it is the issuer. null: no month, or no title. */
export const lineOf = (text: string): DocumentLine | null => {
  const issued = ISSUED.exec(text)
  if (issued === null) return null
  const [whole, year, month, day] = issued
  if (Number(month) < 1 || Number(month) > 12 || Number(day ?? 1) > 31) return null
  const before = text.slice(0, issued.index).trim()
  const after = text.slice(issued.index + whole.length).trim()
  const title = bare(before === '' ? (after.split(/\s+/u)[0] ?? '') : before)
  const issuer = before === '' ? after.split(/\s+/u).slice(1).join(' ') : after
  if (title === '') return null
  return {
    title,
    issuer: issuer === '' ? null : issuer,
    issuedOn: [year, two(month!), ...(day === undefined ? [] : [two(day)])].join('-'),
  }
}

const bare = (title: string): string => title.replace(/[《》]/gu, '').replace(/[\s,，、]+$/u, '')

/** "2019-10" → 2019年10月. */
export const issuedText = (issuedOn: string): string => {
  const [year, month, day] = issuedOn.split('-')
  return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`
}
