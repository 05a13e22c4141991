import { foldWithMap } from '../text/fold.js'
import { type Found, namesAt, nameWithin } from './find-names.js'
import { MAX_ROW_CHARS } from './list.js'
import { nameKey, type Roster } from './roster.js'
import { remainder } from './row-note.js'
import { withoutStrike } from './strike.js'

export interface RowReading {
  /**
   * person, several: named in full. likely: by surname and title or given name only, or by a name that several bear; to be
   * asked about, unless one of them wrote the row. unknown: nobody of the roster.
   */
  readonly kind: 'person' | 'several' | 'likely' | 'unknown'
  readonly personIds: readonly number[]
  /** What the row says besides the name, as written: a department, a task. */
  readonly note: string
  /** null: nothing said about others coming along. */
  readonly companions: number | null
  /** The row says itself that it was written for somebody else (代张敏, 张敏（陈静代）). */
  readonly onBehalf: boolean
}

const PROXY_BEFORE = /^(?:(?:代(?!表)|帮|替)(?:填|报名?|接龙)?[:： ]?)(?=[\p{L}])/u
const PROXY_AFTER = /[（(【[][^()（）[\]【】]{0,8}代(?:报名?|填|接龙)?[)）\]】]/
const DECORATION = /^[^\p{L}\p{N}]+/u
const TICKS = /[✔✓✅☑√👌\s]+$/u
const TITLES =
  '代表|主任|医生|医师|大夫|老师|院长|律师|校长|园长|经理|总|工|书记|站长|所长|教授|局长|处长|科长|行长|护士长|师傅'
const CALLED = new RegExp(
  `^(?:[小老阿]?([\\p{Script=Han}]{1,2}?)(?:${TITLES}|姐|哥|老)|[小老阿]([\\p{Script=Han}]))(?=$|[^\\p{Script=Han}]|\\p{Script=Han}{2})`,
  'u',
)

/** Finds whose row it is among the names of the roster. `text`: the row as written, without its number. */
export const readRow = (text: string, roster: Roster): RowReading => {
  const folded = foldWithMap(withoutStrike(text).replace(TICKS, ''), MAX_ROW_CHARS * 2)
  const proxyAfter = PROXY_AFTER.exec(folded.text)
  const proxyBefore = PROXY_BEFORE.exec(folded.text)
  const key = nameKey(folded.text)
  const skip = proxyBefore?.[0].length ?? DECORATION.exec(key)?.[0].length ?? 0
  const found =
    namesAt(key, 0, roster) ??
    namesAt(key, skip, roster) ??
    nameWithin(key, skip, proxyAfter?.index ?? key.length, roster)
  const shared = { onBehalf: proxyBefore !== null || proxyAfter !== null }
  if (found === null) {
    const called = calledBy(key.slice(skip), roster)
    const kind = called.length === 0 ? 'unknown' : 'likely'
    return { ...shared, ...remainder(folded, []), kind, personIds: called }
  }
  const spans = [...found.spans, ...(proxyAfter === null ? [] : [spanOf(proxyAfter)])]
  return { ...shared, ...remainder(folded, spans), kind: kindOf(found, roster), personIds: peopleOf(found, roster) }
}

const spanOf = (match: RegExpExecArray): readonly [number, number] => [match.index, match.index + match[0].length]

const bearers = (key: string, roster: Roster): number[] => [...(roster.byName.get(key) ?? [])]

const peopleOf = ({ keys }: Found, roster: Roster): number[] => [
  ...new Set(keys.flatMap((key) => bearers(key, roster))),
]

const kindOf = (found: Found, roster: Roster): RowReading['kind'] => {
  if (found.keys.some((key) => bearers(key, roster).length > 1)) return 'likely'
  return peopleOf(found, roster).length > 1 ? 'several' : 'person'
}

/** 周主任, 小周, 志强: people of whom only this much is said; several may bear the name. */
const calledBy = (text: string, roster: Roster): number[] => {
  const surname = CALLED.exec(text)
  const given = /^\p{Script=Han}{2}(?!\p{Script=Han})/u.exec(text)
  const index = surname === null ? roster.byGivenName : roster.bySurname
  return [...(index.get(surname?.[1] ?? surname?.[2] ?? given?.[0] ?? '') ?? [])]
}
