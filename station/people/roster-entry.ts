import { type Level, readLevel } from './levels.js'
import { type PartialDate, readPartialDate } from './partial-date.js'
import { nameProblem, tidyName } from './person-name.js'
import type { ColumnKey, Columns } from './roster-columns.js'
import type { TableCell, TableRow } from './table.js'

export interface RosterEntry {
  readonly line: number
  readonly name: string
  readonly level: Level | null
  readonly professions: readonly string[]
  readonly employer: string | null
  readonly delegation: string | null
  readonly term: string | null
  readonly kind: string
  /** Last day. */
  readonly until: PartialDate | null
  /** yes: on paper; no: declined; null: to be asked. */
  readonly consent: boolean | null
}

export type EntryFault =
  | 'name-missing'
  | 'name-with-title'
  | 'name-too-long'
  | 'name-no-name'
  | 'several-names'
  | 'level-missing'
  | 'level-unknown'
  | 'level-not-here'
  | 'adviser-with-level'
  | 'kind-unknown'
  | 'until-unreadable'
  | 'until-over'
  | 'consent-unknown'
  | 'employer-too-long'
  | 'profession-too-long'
  | 'too-many-professions'
  | 'delegation-too-long'
  | 'term-unreadable'
  | 'personal-number'
  | 'merged-cell'
  | 'formula-cell'
  | 'error-cell'
  | 'formula-text'
  | 'line-break'
  | 'beyond-heading'
  | 'broken-characters'
  | 'same-line-twice'
  | 'one-name-twice'

export interface EntryRules {
  readonly levels: readonly string[]
  /** ISO date of today. */
  readonly today: string
}

const KINDS = ['驻站', '特邀', '联系', '顾问', '工作人员']
const KIND_WORDS: Readonly<Record<string, string>> = {
  驻站代表: '驻站',
  特邀代表: '特邀',
  联系代表: '联系',
  特聘专家: '顾问',
  专家: '顾问',
  专家顾问: '顾问',
  特聘专家顾问: '顾问',
  工作人员: '工作人员',
  联络员: '工作人员',
}
const YES = /^(?:是|同意|已同意|愿意|√|✓|1|Y|yes)$/i
const NO = /^(?:否|不同意|不愿意|婉拒|×|x|0|N|no)$/i
/** Numbers a roster of a chat assistant needs not and must not hold: identity cards, mobile phones. */
const PERSONAL_NUMBER = /(?:^|\D)(?:\d{17}[\dXx]|1[3-9]\d{9})(?!\d)/
const TERM = /^(?:第?\s*[一二三四五六七八九十百\d]{1,4}\s*届)$/
const BROKEN = /\ufffd|锟斤拷|烫烫烫/
const MOST_CHARS = { employer: 60, delegation: 30, profession: 16 }
const MOST_PROFESSIONS = 6

/** Reads one line of a roster. Every fault of the line is named, not only the first. */
export function readEntry(
  { line, cells }: TableRow,
  columns: Columns,
  rules: EntryRules & { readonly width: number },
): { entry: RosterEntry; faults: EntryFault[] } {
  const faults = new Set<EntryFault>()
  const cell = (key: ColumnKey): TableCell | undefined => {
    const at = columns[key]
    return at === undefined ? undefined : cells[at]
  }
  const read = (key: ColumnKey): string => tidy(cell(key)?.text ?? '')
  for (const key of Object.keys(columns) as ColumnKey[]) for (const fault of cellFaults(cell(key))) faults.add(fault)
  // A comma inside a field shifts what follows beyond the last heading.
  if (cells.slice(rules.width).some(({ text }) => text.trim() !== '')) faults.add('beyond-heading')

  const name = tidyName(cell('name')?.text ?? '')
  const problem = nameProblem(name)
  if (/[、,，/]/.test(cell('name')?.text ?? '')) faults.add('several-names')
  else if (problem) faults.add(NAME_FAULTS[problem])

  const kind = readKind(read('kind'))
  if (!kind) faults.add('kind-unknown')
  const isDeputy = kind === undefined || KINDS.indexOf(kind) < 3
  const writtenLevel = read('level')
  const level = readLevel(writtenLevel) ?? null
  if (isDeputy && writtenLevel === '') faults.add('level-missing')
  else if (writtenLevel !== '' && level === null) faults.add('level-unknown')
  else if (level && !rules.levels.includes(level)) faults.add('level-not-here')
  if (!isDeputy && level) faults.add('adviser-with-level')

  const professions = read('professions')
    .split(/[、,，/；;\s]+/)
    .filter(Boolean)
  if (professions.length > MOST_PROFESSIONS) faults.add('too-many-professions')
  if (professions.some((one) => [...one].length > MOST_CHARS.profession)) faults.add('profession-too-long')
  if ([...read('employer')].length > MOST_CHARS.employer) faults.add('employer-too-long')
  if ([...read('delegation')].length > MOST_CHARS.delegation) faults.add('delegation-too-long')
  if (read('term') !== '' && !TERM.test(read('term'))) faults.add('term-unreadable')

  const until = read('until') === '' || read('until') === '长期' ? null : (readPartialDate(read('until')) ?? undefined)
  if (until === undefined) faults.add('until-unreadable')
  else if (until !== null && until < rules.today.slice(0, until.length)) faults.add('until-over')
  const consent =
    read('consent') === '' ? null : YES.test(read('consent')) ? true : NO.test(read('consent')) ? false : undefined
  if (consent === undefined) faults.add('consent-unknown')

  const entry: RosterEntry = {
    line,
    name,
    level,
    professions,
    employer: read('employer') || null,
    delegation: read('delegation') || null,
    term: read('term') || null,
    kind: kind ?? '驻站',
    until: until ?? null,
    consent: consent ?? null,
  }
  return { entry, faults: [...faults] }
}

const NAME_FAULTS = {
  empty: 'name-missing',
  'has-title': 'name-with-title',
  'too-long': 'name-too-long',
  'no-name': 'name-no-name',
} as const

const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const readKind = (text: string): string | undefined =>
  text === '' ? '驻站' : KINDS.includes(text) ? text : KIND_WORDS[text.replace(/\s/g, '')]

function cellFaults(cell: TableCell | undefined): EntryFault[] {
  if (!cell) return []
  const { text, odd } = cell
  return [
    ...(odd === 'merged' ? (['merged-cell'] as const) : []),
    ...(odd === 'formula' ? (['formula-cell'] as const) : []),
    ...(odd === 'error' ? (['error-cell'] as const) : []),
    ...(PERSONAL_NUMBER.test(text) ? (['personal-number'] as const) : []),
    ...(/^[=+@]/.test(text.trim()) ? (['formula-text'] as const) : []),
    ...(/[\r\n]/.test(text.trim()) ? (['line-break'] as const) : []),
    ...(BROKEN.test(text) ? (['broken-characters'] as const) : []),
  ]
}
