import { loadImage } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { paintBoard } from '../../../bot/press/board.js'
import { noticeBoard, type RotaPage, rotaBoard } from '../../../commands/duty/rota-board.js'
import type { SeatState, ShiftState } from '../../../station/duty/book.js'
import { parseMoment, Temporal } from '../../../station/time/civil.js'

/** Sixty deputies, among them the longest names there are on Chinese identity cards, and rare characters. */
const LONGEST = ['阿卜杜热合曼·买买提依明江', '迪丽拜尔·阿不都克里木', '欧阳㛃䶮', '司马𬱖']
const nameOf = (id: number): string => LONGEST[id % 15] ?? `代表${'甲乙丙丁戊己庚辛壬癸'[id % 10]}${id}`

const seat = (holderId: number | null): SeatState => ({
  holderId,
  reason: null,
  isConfirmed: false,
  seeksCover: false,
  history: [],
})

const shift = (no: number, month: string, holders: (number | null)[]): ShiftState => ({
  shift: {
    no,
    rosterMonth: month,
    date: `${month}-${String(1 + (no % 28)).padStart(2, '0')}`,
    startsAt: '09:00',
    endsAt: '11:00',
    place: '来凤街社区卫生服务中心三楼代表联络站接待室（无障碍通道由东门进）',
    ...(no % 3 === 0 && { theme: '校外培训机构预收费管理与课后服务质量提升' }),
    dayClass: 'workday',
    seats: holders.map(() => ({})),
  },
  stage: 'announced',
  seats: holders.map(seat),
  knownSince: null,
  notice: null,
  moves: [],
  signIns: [],
  absentIds: [],
  opinionNos: [],
})

const page = (shifts: readonly ShiftState[]): RotaPage => ({
  station: '秦淮医疗',
  address: '来凤街社区卫生服务中心三楼',
  from: '2026-10',
  until: '2026-12',
  shifts,
  turns: ['2026-10', '2026-11', '2026-12'].map((key, index) => ({
    turn: {
      period: {
        key,
        startsOn: `${key}-01`,
        endsOn: Temporal.PlainYearMonth.from(key).toPlainDate({ day: 28 }).toString(),
      },
      personId: index,
      accepted: true,
      reason: { basis: 'onlyConvenor' },
    },
    name: LONGEST[index]!,
  })),
  nameOf,
  now: parseMoment('2026-09-25 10:00'),
})

const sixty = Array.from({ length: 12 }, (_, index) =>
  shift(
    index + 1,
    `2026-${String(10 + (index % 3)).padStart(2, '0')}`,
    [0, 1, 2, 3, 4].map((place) => (index === 11 && place === 4 ? null : index * 5 + place)),
  ),
)

describe('the rota on paper', () => {
  it('holds sixty deputies and the longest names on one A4 page', async () => {
    for (const board of [rotaBoard(page(sixty)), noticeBoard(page(sixty)), noticeBoard(page(sixty.slice(0, 3)))]) {
      const image = await loadImage(Buffer.from(await paintBoard(board)))
      expect([image.width, image.height]).toEqual([1240, 1754])
    }
  })

  it('says what is missing instead of leaving it out', () => {
    const text = JSON.stringify(rotaBoard(page(sixty)))
    expect(text).toContain('（缺1人）')
    for (const id of Array.from({ length: 59 }, (_, index) => index)) expect(text).toContain(nameOf(id))
    expect(JSON.stringify(rotaBoard(page([])))).toContain('还没有排接待')
  })
})
