import type { PersonQuiet } from '../../prisma/generated/client.js'

type Span = Pick<PersonQuiet, 'from' | 'until'>

const span = ({ from, until }: Span): string => `${from}–${until}`

export const copy = {
  set: (name: string, hours: Span, station: Span) =>
    `${name}，免打扰已设：${span(hours)}不私聊提醒您，到点一并送达；急件（Y急）除外。\n本站${span(station)}本来就不打扰。要取消请回“免打扰 关”。`,
  off: (name: string, station: Span) =>
    `${name}，个人免打扰已关；本站${span(station)}仍不打扰。再设请回“免打扰 12:00-14:00”。`,
  state: (name: string, hours: Span | null, station: Span) =>
    `${name}，${hours ? `您的免打扰时段是${span(hours)}` : '您没有另设免打扰'}；本站${span(station)}不打扰，急件除外。\n要改请回“免打扰 12:00-14:00”，取消请回“免打扰 关”。`,
}
