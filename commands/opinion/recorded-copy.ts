import type { Opinion } from '../../prisma/generated/client.js'
import { short } from './copy.js'

/** What a reporter reads after recording: what was understood, and the one word that changes it. */
export function recordedText(
  row: Opinion,
  reporter: string,
  {
    hidden,
    soundsUrgent,
    twins,
    pictures,
  }: { hidden: boolean; soundsUrgent: boolean; twins: readonly Opinion[]; pictures: number },
): string {
  const tags = [
    row.category && `类别=${row.category}`,
    row.channel && `来源方式=${row.channel}`,
    row.stage && `环节=${row.stage}`,
    row.focusTag && `匹配本站“${row.focusTag}”`,
  ].filter(Boolean)
  return [
    `已记 Y${row.no}（${reporter}${pictures > 0 ? `，附图${pictures}张` : ''}）：${short(row.text)}`,
    tags.length > 0 ? `${tags.join('，')}；不对请回正确的，如“教育文体”“监督”。` : '',
    row.urgent ? `Y${row.no} 标急，当日转办，已单独提醒联络员。` : '',
    soundsUrgent ? '像急难愁盼：回“急”当日转办。' : '',
    row.place ? `识别地点：${row.place}，对吗？回“对/改 …”。` : '',
    twins.length > 0
      ? `像同一件：${twins.map(({ no, text }) => `Y${no} ${short(text, 14)}`).join('；')}。回“合并”或“附议”。`
      : row.triage === 'regional'
        ? '更像区域性问题，建议交代表之家（家/室）；与本站专业有关请留站。回“移交/留站”。'
        : '',
    hidden ? '电话、证件等只存原话，群里不显示。' : `记错了10分钟内回“撤销”，24小时内可“改 Y${row.no} …”。`,
  ]
    .filter(Boolean)
    .join('\n')
}
