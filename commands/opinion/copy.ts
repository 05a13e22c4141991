import type { Opinion } from '../../prisma/generated/client.js'
import { type Moment, momentOf } from '../../station/time/civil.js'
import { describe } from '../../station/time/describe.js'

const SHOWN_CHARS = 60

const toMinute = (moment: Moment): Moment => moment.round({ smallestUnit: 'minute', roundingMode: 'floor' })

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  const characters = [...line]
  return characters.length > SHOWN_CHARS ? `${characters.slice(0, SHOWN_CHARS).join('')}…` : line
}

export const copy = {
  recorded: (opinion: Opinion, reporter: string, hidden: boolean) =>
    `已记 Y${opinion.no}（${reporter}）：${short(opinion.text)}${
      hidden ? '\n电话、证件等只存原话，群里不显示。' : ''
    }\n回“Y${opinion.no}”可随时查看；记错了10分钟内回“撤销”。`,
  empty: '请把群众说的话写在“意见”后面，一条一件事。例：意见 社区医院缺儿科',
  quoteFirst: '请长按群众说的那条消息，选“引用”，再回“记意见”。',
  unknown: (no: number) => `本站没有 Y${no}。回“意见列表”看最近的意见。`,
  one: (opinion: Opinion, reporter: string) =>
    [
      `Y${opinion.no} ${opinion.text}`,
      `状态：${opinion.state}${opinion.category ? `｜类别：${opinion.category}` : ''}${opinion.place ? `｜地点：${opinion.place}` : ''}`,
      `${describe(toMinute(momentOf(opinion.recordedAt)))} 由${reporter}代表登记`,
    ].join('\n'),
  list: (opinions: readonly Opinion[], total: number) =>
    [
      `最近${opinions.length}件意见（共${total}件）：`,
      ...opinions.map((opinion) => `Y${opinion.no} ${short(opinion.text).slice(0, 30)}〔${opinion.state}〕`),
      `回编号看全文，例：Y${opinions[0]?.no}`,
    ].join('\n'),
  none: '还没有登记的意见。把群众的话发来即可，例：意见 社区医院缺儿科',
}
