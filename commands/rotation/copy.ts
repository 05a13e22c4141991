import type { Turn } from '../../station/rotation/turn.js'

const month = (key: string): string => `${Number(key.slice(5))}月`

export const copy = {
  onDuty: (turn: Turn, name: string, next: { turn: Turn; name: string } | undefined) =>
    `${month(turn.period.key)}轮值召集人：${name}${next ? `；${month(next.turn.period.key)}${next.name}` : ''}。`,
  noTurn: '本站还没有召集人，请管理员先设召集人。例：设召集人 李强',
  eve: (from: string, to: string, turn: Turn) =>
    from === to
      ? `明天起${month(turn.period.key)}，轮值召集人仍是${to}。`
      : `明天起轮值召集人由${from}转${to}（${month(turn.period.key)}）。请两位今晚交接。`,
  morning: (name: string, turn: Turn) => `今天起${month(turn.period.key)}由${name}轮值召集。回“轮值表”看后面的安排。`,
  turns: (rows: readonly { turn: Turn; name: string }[]) =>
    [
      '召集人轮值表：',
      ...rows.map(({ turn, name }) => `${turn.period.key.slice(0, 4)}年${month(turn.period.key)} ${name}`),
    ].join('\n'),
}
