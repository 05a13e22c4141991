import { describe, expect, test } from 'vitest'
import { activeEntries, claimRow, EMPTY_LIST, notePosted, noteWord } from '../../../station/jielong/list-state.js'
import { mergeList } from '../../../station/jielong/merge.js'
import { personKey, type ResolvedRow } from '../../../station/jielong/resolve-rows.js'
import { doubts, idOf, type PersonName, Round, texts } from './group.js'

const posted = notePosted(EMPTY_LIST)

describe('signing up', () => {
  test('each new row of a sender is his sign-up', () => {
    const round = new Round(posted)
    expect(texts(round.sends('张敏', ['张敏 儿科']).added)).toEqual(['张敏 儿科'])
    const second = round.sends('陈静', ['张敏 儿科', '陈静 内科'])
    expect(texts(second.added)).toEqual(['陈静 内科'])
    expect(second.stale).toBe(false)
    expect(round.standing).toEqual(['张敏 儿科 in', '陈静 内科 in'])
  })

  test('a row typed for somebody else waits for that person', () => {
    const round = new Round(posted)
    const outcome = round.sends('张敏', ['张敏', '陈静'])
    expect(texts(outcome.added)).toEqual(['张敏'])
    expect(texts(outcome.pending)).toEqual(['陈静'])
    expect(outcome.pending[0]?.enteredBy).toBe(idOf('张敏'))
    expect(texts(round.sends('陈静', ['张敏', '陈静 内科']).added)).toEqual(['陈静 内科'])
  })

  test('rewriting one’s own row is a change, not a second sign-up', () => {
    const round = new Round(posted)
    round.sends('张敏', ['张敏 儿科'])
    const outcome = round.sends('张敏', ['张敏 骨科'])
    expect(outcome.changed.map(({ before, after }) => [before.text, after.text])).toEqual([['张敏 儿科', '张敏 骨科']])
    expect(round.standing).toEqual(['张敏 骨科 in'])
  })

  test('the same person twice in a hand-made list counts once', () => {
    const round = new Round(posted)
    round.sends('张敏', '#接龙\n义诊\n\n1. 张敏 儿科\n1. 张敏 儿科')
    expect(round.standing).toEqual(['张敏 儿科 in'])
  })
})

describe('older copies', () => {
  test('the exchange of the specification: 赵磊 answers a copy older than all we have', () => {
    const round = new Round()
    const first = round.sends('周宁', ['张敏 儿科', '陈静 内科', '周宁 法律咨询'])
    expect(texts(first.added)).toEqual(['张敏 儿科', '陈静 内科', '周宁 法律咨询'])
    const second = round.sends('赵磊', ['张敏 儿科', '赵磊 骨科'])
    expect(texts(second.added)).toEqual(['赵磊 骨科'])
    expect(second.stale).toBe(true)
    expect(texts(second.stillValid)).toEqual(['陈静 内科', '周宁 法律咨询'])
    expect(second.questioned).toEqual([])
    expect(texts(activeEntries(round.state))).toEqual(['张敏 儿科', '陈静 内科', '周宁 法律咨询', '赵磊 骨科'])
  })

  test('a copy that lacks later names withdraws none of them, whichever branch it grew from', () => {
    const round = new Round(posted)
    round.sends('张敏', ['张敏'])
    round.sends('陈静', ['张敏', '陈静'])
    round.sends('周宁', ['张敏', '周宁'])
    const outcome = round.sends('赵磊', ['张敏', '周宁', '赵磊'])
    expect(doubts(outcome)).toEqual([])
    expect(texts(outcome.stillValid)).toEqual(['陈静'])
    expect(round.standing).toEqual(['张敏 in', '陈静 in', '周宁 in', '赵磊 in'])
  })

  test('a copy that still carries who has left brings nobody back', () => {
    const round = new Round(posted)
    round.sends('张敏', ['张敏'])
    round.sends('陈静', ['张敏', '陈静'])
    round.sends('张敏', ['陈静'])
    round.sends('周宁', ['张敏', '陈静', '周宁'])
    expect(round.standing).toEqual(['张敏 withdrawn', '陈静 in', '周宁 in'])
  })

  test('older words of others in a copy change nothing', () => {
    const round = new Round(posted)
    round.sends('张敏', ['张敏 儿科'])
    round.sends('张敏', ['张敏 骨科'])
    expect(doubts(round.sends('陈静', ['张敏 儿科', '陈静']))).toEqual([])
    expect(round.standing).toEqual(['张敏 骨科 in', '陈静 in'])
  })

  test('an old copy sent round again unchanged says nothing', () => {
    const round = new Round(posted)
    round.sends('张敏', ['张敏'])
    round.sends('陈静', ['张敏', '陈静'])
    round.sends('周宁', ['张敏', '陈静', '周宁'])
    const outcome = round.sends('李强', ['张敏'])
    expect(doubts(outcome)).toEqual([])
    expect(texts(outcome.stillValid)).toEqual(['陈静', '周宁'])
  })

  test('a list whose first rows were cut off withdraws nobody', () => {
    const round = new Round(posted)
    round.sends('张敏', ['张敏'])
    round.sends('陈静', ['张敏', '陈静'])
    const outcome = round.sends('周宁', '请接龙：\n2. 陈静\n3. 周宁')
    expect(doubts(outcome)).toEqual([])
    expect(round.standing).toEqual(['张敏 in', '陈静 in', '周宁 in'])
  })
})

describe('leaving', () => {
  test('a row taken out by its owner is a withdrawal', () => {
    const round = new Round(posted)
    round.sends('张敏', ['张敏'])
    round.sends('陈静', ['张敏', '陈静'])
    expect(texts(round.sends('张敏', ['陈静']).withdrawn)).toEqual(['张敏'])
  })

  test('also out of an older copy', () => {
    const round = new Round(posted)
    round.sends('张敏', ['张敏'])
    round.sends('陈静', ['张敏', '陈静'])
    round.sends('周宁', ['张敏', '陈静', '周宁'])
    const outcome = round.sends('陈静', ['张敏'])
    expect(texts(outcome.withdrawn)).toEqual(['陈静'])
    expect(texts(outcome.stillValid)).toEqual(['周宁'])
  })

  test.each<[remover: PersonName, left: string[], asked: string]>([
    ['张敏', ['张敏', '周宁'], '陈静 removedByOther'],
    ['张敏', ['张敏', '陈静'], '周宁 removedByOther'],
    ['陈静', ['张敏', '陈静'], '周宁 removedByOther'],
    ['陈静', ['陈静', '周宁'], '张敏 removedByOther'],
    ['赵磊', ['张敏', '周宁', '赵磊'], '陈静 removedByOther'],
  ])('a row taken out by %s, who is not its owner, is a question: %j', (remover, left, asked) => {
    const round = new Round(posted)
    round.sends('张敏', ['张敏'])
    round.sends('陈静', ['张敏', '陈静'])
    round.sends('周宁', ['张敏', '陈静', '周宁'])
    const outcome = round.sends(remover, left)
    expect(doubts(outcome)).toEqual([asked])
    expect(outcome.withdrawn).toEqual([])
    expect(round.standing.filter((one) => one.endsWith('withdrawn'))).toEqual([])
  })

  test('crossing oneself out is leaving; crossing out somebody else is a question', () => {
    const round = new Round(posted)
    round.sends('张敏', ['张敏'])
    round.sends('陈静', ['张敏', '陈静'])
    expect(texts(round.sends('陈静', ['张敏', '~~陈静~~']).withdrawn)).toEqual(['陈静'])
    expect(doubts(round.sends('周宁', ['张敏（退）', '~~陈静~~', '周宁']))).toEqual(['张敏 struckByOther'])
    expect(round.standing).toEqual(['张敏 in', '陈静 withdrawn', '周宁 in'])
  })

  test('who comes back goes to the end of the line', () => {
    const round = new Round(posted)
    round.sends('张敏', ['张敏'])
    round.sends('陈静', ['张敏', '陈静'])
    round.sends('张敏', ['陈静'])
    round.sends('张敏', ['陈静', '张敏'])
    expect(round.standing).toEqual(['陈静 in', '张敏 in'])
  })

  test('taking back a row one typed for somebody is told apart from removing his sign-up', () => {
    const round = new Round(posted)
    round.sends('张敏', ['张敏', '陈静'])
    expect(doubts(round.sends('张敏', ['张敏']))).toEqual(['陈静 takenBack'])
  })
})

describe('when the copy contradicts the last word', () => {
  test('the sender’s own row is missing from an old copy to which he adds a friend: asked, not withdrawn', () => {
    const round = new Round(posted)
    round.sends('张敏', ['张敏'])
    round.sends('陈静', ['张敏', '陈静'])
    const outcome = round.sends('陈静', ['张敏', '周宁'])
    expect(doubts(outcome)).toEqual(['陈静 ownRowMissing'])
    expect(texts(outcome.pending)).toEqual(['周宁'])
    expect(round.standing).toEqual(['张敏 in', '陈静 in', '周宁 pending'])
  })

  test('it is back in an old copy to which he adds a friend: asked, not signed up again', () => {
    const round = new Round(posted)
    round.sends('陈静', ['陈静'])
    round.sends('陈静', '#接龙\n义诊进社区\n')
    const outcome = round.sends('陈静', ['陈静', '周宁'])
    expect(doubts(outcome)).toEqual(['陈静 ownRowReturned'])
    expect(round.standing).toEqual(['陈静 withdrawn', '周宁 pending'])
  })

  test('another person’s wording of somebody’s row does not replace his own', () => {
    const round = new Round(posted)
    round.sends('张敏', ['张敏 儿科'])
    expect(doubts(round.sends('陈静', ['张敏 骨科', '陈静']))).toEqual(['张敏 儿科 editedByOther'])
    expect(round.standing).toEqual(['张敏 儿科 in', '陈静 in'])
  })
})

describe('a list seen for the first time', () => {
  test('rows above the sender’s were there before him, rows below he typed', () => {
    const outcome = new Round().sends('陈静', ['张敏', '陈静', '周宁'])
    expect(texts(outcome.added)).toEqual(['张敏', '陈静'])
    expect(texts(outcome.pending)).toEqual(['周宁'])
  })

  test('from somebody who is not in it, nobody is signed up without having spoken', () => {
    const outcome = new Round().sends('孙莉', ['张敏', '陈静'])
    expect(outcome.added).toEqual([])
    expect(texts(outcome.pending)).toEqual(['张敏', '陈静'])
  })

  test('after a gap in the messages, names that came in meanwhile are their owners’ own', () => {
    const round = new Round(posted)
    round.sends('张敏', ['张敏'])
    const outcome = round.sends('周宁', ['张敏', '陈静', '周宁'], { afterGap: true })
    expect(texts(outcome.added)).toEqual(['陈静', '周宁'])
  })

  test('who signed up by command is not on it yet, and stays signed up', () => {
    const word = { personId: idOf('张敏'), text: '张敏', state: 'in', enteredBy: idOf('张敏'), atS: null } as const
    const round = new Round(noteWord(EMPTY_LIST, word))
    const outcome = round.sends('陈静', ['陈静'])
    expect(texts(outcome.stillValid)).toEqual(['张敏'])
    expect(outcome.stale).toBe(false)
    expect(round.standing).toEqual(['张敏 in', '陈静 in'])
  })
})

describe('rows that name nobody of the roster', () => {
  test('are kept, asked about, and their sender named as the likely owner', () => {
    const round = new Round(posted)
    const outcome = round.sends('张敏', ['Kevin-增肌 儿科'])
    expect(outcome.unrecognised.map(({ entry, likely }) => [entry.text, likely])).toEqual([
      ['Kevin-增肌 儿科', [idOf('张敏')]],
    ])
    expect(round.standing).toEqual(['Kevin-增肌 儿科 unrecognised'])
  })

  test('once claimed they are that person’s in every later version', () => {
    const round = new Round(posted)
    const { unrecognised } = round.sends('张敏', ['Kevin-增肌 儿科'])
    round.state = claimRow(round.state, unrecognised[0]!.entry.key, idOf('张敏'))
    expect(round.standing).toEqual(['Kevin-增肌 儿科 in'])
    round.sends('陈静', ['Kevin-增肌 儿科', '陈静'])
    expect(texts(round.sends('张敏', ['陈静']).withdrawn)).toEqual(['Kevin-增肌 儿科'])
  })

  test('a name two deputies answer to is the sender’s when he is one of them', () => {
    const round = new Round(posted)
    expect(round.sends('周宁', ['小周 法律咨询']).added.map(({ personId }) => personId)).toEqual([idOf('周宁')])
    const asked = round.sends('张敏', ['小周 法律咨询', '张敏', '周主任'])
    expect(asked.unrecognised.map(({ likely }) => likely)).toEqual([[idOf('周宁'), idOf('周伟')]])
  })
})

describe('with the writers and times of the XML', () => {
  const T0 = 1_800_000_000
  const row = (name: PersonName, text: string, writer: PersonName, writtenAtS: number): ResolvedRow => ({
    key: personKey(idOf(name)),
    personId: idOf(name),
    candidates: [],
    text,
    note: '',
    companions: null,
    struck: false,
    writerId: idOf(writer),
    writtenAtS,
    ordinal: 1,
  })
  const send = (state: typeof posted, sender: PersonName, rows: ResolvedRow[], sentAtS: number) =>
    mergeList(state, { rows, complete: true, senderId: idOf(sender), sentAtS })

  test('a row its owner wrote is his own word even when another’s message brings it first', () => {
    const outcome = send(posted, '陈静', [row('张敏', '张敏', '张敏', T0), row('陈静', '陈静', '陈静', T0 + 5)], T0 + 5)
    expect(texts(outcome.added)).toEqual(['张敏', '陈静'])
    expect(outcome.pending).toEqual([])
  })

  test('a row written before its owner left does not bring him back, one written after does', () => {
    const joined = send(posted, '张敏', [row('张敏', '张敏', '张敏', T0)], T0).state
    const left = send(joined, '张敏', [], T0 + 60).state
    const stale = send(left, '陈静', [row('张敏', '张敏', '张敏', T0), row('陈静', '陈静', '陈静', T0 + 90)], T0 + 90)
    expect(stale.state.entries.find(({ text }) => text === '张敏')?.state).toBe('withdrawn')
    const missed = send(
      left,
      '陈静',
      [row('张敏', '张敏', '张敏', T0 + 70), row('陈静', '陈静', '陈静', T0 + 90)],
      T0 + 90,
    )
    expect(texts(missed.added)).toEqual(['张敏', '陈静'])
  })

  test('a row another account wrote waits for the person named, whoever sends it', () => {
    const outcome = send(posted, '周宁', [row('张敏', '张敏', '陈静', T0), row('周宁', '周宁', '周宁', T0 + 5)], T0 + 5)
    expect(outcome.pending.map(({ text, enteredBy }) => [text, enteredBy])).toEqual([['张敏', idOf('陈静')]])
  })
})
