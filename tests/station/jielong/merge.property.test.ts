import fc from 'fast-check'
import { expect, test } from 'vitest'
import { activeEntries, EMPTY_LIST, type ListState, notePosted } from '../../../station/jielong/list-state.js'
import { mergeList } from '../../../station/jielong/merge.js'
import type { MergeOutcome } from '../../../station/jielong/merge-outcome.js'
import { parseJielong } from '../../../station/jielong/parse.js'
import { printJielong } from '../../../station/jielong/print.js'
import { type ResolvedRow, resolveRows } from '../../../station/jielong/resolve-rows.js'
import { rosterOf } from '../../../station/jielong/roster.js'

const NAMES = ['张敏', '陈静', '周宁', '赵磊', '王芳', '李强', '孙莉']
const ROSTER = rosterOf(NAMES.map((name, personId) => ({ personId, name })))
const DEPARTMENTS = ['', '儿科', '内科', '法律咨询']
const SEED = 20261123

type Edit =
  /** Puts the own row into a copy, or writes it anew. */
  | { kind: 'write'; who: number; department: number; back: number }
  | { kind: 'leave'; who: number; back: number }
  /** Adds somebody who has not been named before. */
  | { kind: 'proxy'; who: number; friend: number; back: number }
  /** The assistant posts the canonical list. */
  | { kind: 'print' }

const who = fc.nat({ max: NAMES.length - 1 })
/** How many copies ago the edited one was sent. */
const back = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat({ max: 30 }) })
const edits = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('write' as const), who, department: fc.nat({ max: 3 }), back }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('leave' as const), who, back }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('proxy' as const), who, friend: who, back }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('print' as const) }) },
  ),
  { minLength: 1, maxLength: 30 },
)

interface Row {
  who: number
  text: string
  writer: number
  writtenAtS: number
}

interface Word {
  state: 'in' | 'pending' | 'withdrawn'
  text: string
}

/** A group whose members edit any copy they find; remembers what each of them would say he said last. */
class Group {
  state: ListState = notePosted(EMPTY_LIST)
  readonly copies: Row[][] = [[]]
  readonly words = new Map<number, Word>()
  readonly outcomes: { outcome: MergeOutcome; saidSomethingNew: boolean }[] = []
  private second = 1_800_000_000

  /** `native`: every row carries its writer and its second, as the XML does. */
  constructor(private readonly native: boolean) {}

  play(edit: Edit): void {
    this.second += 60
    if (edit.kind === 'print') this.print()
    else this.edit(edit)
  }

  private edit(edit: Exclude<Edit, { kind: 'print' }>): void {
    const copy = this.copies[this.copies.length - 1 - (edit.back % this.copies.length)]!
    const mine = copy.find((row) => row.who === edit.who)
    if (edit.kind === 'write') this.write(edit, copy, mine)
    else if (edit.kind === 'leave' && mine !== undefined) {
      const rest = copy.filter((row) => row !== mine)
      this.say(edit.who, edit.who, { state: 'withdrawn', text: mine.text }, rest)
    } else if (edit.kind === 'proxy' && edit.friend !== edit.who && !this.words.has(edit.friend)) {
      const row = this.row(edit.friend, NAMES[edit.friend]!, edit.who)
      this.say(edit.who, edit.friend, { state: 'pending', text: row.text }, [...copy, row])
    }
  }

  private write(edit: Edit & { kind: 'write' }, copy: Row[], mine: Row | undefined): void {
    const row = this.row(edit.who, `${NAMES[edit.who]} ${DEPARTMENTS[edit.department]}`.trim(), edit.who)
    if (mine?.text === row.text) return
    const rows = mine === undefined ? [...copy, row] : copy.map((one) => (one === mine ? row : one))
    this.say(edit.who, edit.who, { state: 'in', text: row.text }, rows)
  }

  private row(who: number, text: string, writer: number): Row {
    return { who, text, writer, writtenAtS: this.second }
  }

  private print(): void {
    const rows = activeEntries(this.state).map(({ personId, text, enteredBy, atS }) => ({
      who: personId!,
      text,
      writer: enteredBy ?? personId!,
      writtenAtS: atS ?? 0,
    }))
    this.copies.push(rows)
    this.state = notePosted(this.state)
  }

  private say(senderId: number, about: number, word: Word, rows: Row[]): void {
    const before = this.words.get(about)
    const saidSomethingNew = before?.state !== word.state || (word.state === 'in' && before.text !== word.text)
    this.words.set(about, word)
    this.copies.push(rows)
    const list = parseJielong(printJielong({ title: '义诊进社区', rows: rows.map(({ text }) => text) }))
    const version = resolveRows(list!, ROSTER)
    const outcome = mergeList(this.state, {
      ...version,
      rows: this.native ? version.rows.map((row, i) => signed(row, rows[i]!)) : version.rows,
      senderId,
      sentAtS: this.second,
    })
    this.state = outcome.state
    this.outcomes.push({ outcome, saidSomethingNew })
  }
}

const signed = (row: ResolvedRow, { writer, writtenAtS }: Row): ResolvedRow => ({
  ...row,
  writerId: writer,
  writtenAtS,
})

const played = (all: readonly Edit[], native: boolean): Group => {
  const group = new Group(native)
  for (const edit of all) group.play(edit)
  return group
}

const keepsEverybodysLastWord = (group: Group): void => {
  const kept = [...group.words.keys()].map((who) => {
    const entry = group.state.entries.find(({ personId }) => personId === who)
    return { who: NAMES[who], state: entry?.state, text: entry?.state === 'withdrawn' ? '' : entry?.text }
  })
  const said = [...group.words].map(([who, { state, text }]) => ({
    who: NAMES[who],
    state,
    text: state === 'withdrawn' ? '' : text,
  }))
  expect(kept).toEqual(said)
  expect(group.state.entries.length).toBe(group.words.size)
}

test('however old the copies are that people edit, everybody keeps his last word', () => {
  fc.assert(
    fc.property(edits, (all) => keepsEverybodysLastWord(played(all, false))),
    { numRuns: 400, seed: SEED },
  )
})

test('the same where the rows carry their writers and times', () => {
  fc.assert(
    fc.property(edits, (all) => keepsEverybodysLastWord(played(all, true))),
    { numRuns: 400, seed: SEED },
  )
})

test('nobody is accused of taking out a row he did not touch', () => {
  fc.assert(
    fc.property(edits, (all) => {
      for (const { outcome, saidSomethingNew } of played(all, false).outcomes) {
        const accused = outcome.questioned.filter(({ doubt }) => doubt === 'removedByOther' || doubt === 'takenBack')
        if (saidSomethingNew) expect(accused).toEqual([])
      }
    }),
    { numRuns: 400, seed: SEED },
  )
})

test('a name that anybody ever wrote is never lost from the record', () => {
  fc.assert(
    fc.property(edits, (all) => {
      const group = played(all, false)
      const written = new Set(group.copies.flat().map((row) => row.who))
      expect(new Set(group.state.entries.map(({ personId }) => personId))).toEqual(written)
    }),
    { numRuns: 200, seed: SEED },
  )
})
