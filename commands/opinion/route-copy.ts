import type { Opinion } from '../../prisma/generated/client.js'
import { dayText, due, short } from './copy.js'
import type { clockOf } from './refer.js'

const FITS: Readonly<Record<string, string>> = {
  professional: '像本站专业的事：宜④',
  regional: '像区域性的事：宜②③，或移交家/室',
}

export const routeCopy = {
  routes: ({ no, street, place, triage }: Opinion) => {
    const community = place?.split('·').at(-1)
    const named = community && /社区$/.test(community) ? community : '来凤街社区'
    return [
      `Y${no} 五种去向（${FITS[triage ?? ''] ?? '请您定'}）：`,
      `①当场：当场 Y${no} 怎么答的　②社区：转 Y${no} ${named}居委会`,
      `③街道：转 Y${no} ${street ?? '双塘街道'}工委　④建议：起草建议 Y${no}`,
      `⑤上级：上报 Y${no} 市人大`,
      '哪一条都要告诉代表和群众、登记归档。',
    ].join('\n')
  },
  askReportedUp: ({ no, unit, text }: Opinion) =>
    `Y${no}（${short(text, 20)}）上报${unit}已满30天，请问一下进展：答复 Y${no} 谁 内容`,
  nothingToChase: ({ no, state }: Opinion) => `Y${no} 现在是“${state}”，没有单位在办，不用催。`,
  chased: (row: Opinion, clock: ReturnType<typeof clockOf>) =>
    `Y${row.no} 已记第${row.chases}次催办。可转给${row.unit}：“Y${row.no} ${short(row.text, 40)}，${due(clock) || '请尽快答复'}，请告知进展。”`,
  chasedToLiaison: ({ no, unit, chases }: Opinion) =>
    `请催${unit}：Y${no}（第${chases}次催办）。有进展请发：答复 Y${no} …`,
  sentBack: (no: number) => `Y${no} 已退回补充，已请登记代表补。补好会回到待分类。`,
  sentBackToDeputy: ({ no, text }: Opinion, reason: string) =>
    `Y${no}（${short(text, 24)}）请补充：${reason}。补好请发：改 Y${no} 完整内容`,
  sorted: ({ no, state }: Opinion, name: string) => `Y${no} 已${name}，现在是“${state}”。`,
  acknowledgeDue: ({ no, unit, text }: Opinion) =>
    `Y${no}（${unit}）今天该签收还没有签收：${short(text, 24)}。签收了请发：签收 Y${no}`,
  dayText,
}
