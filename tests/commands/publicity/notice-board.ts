import type { NoticeFacts } from '../../../commands/publicity/facts.js'
import { parseMoment } from '../../../station/time/civil.js'

export const LONG_NAME = '古丽娜扎尔·阿不都热合曼'
const at = parseMoment('2026-12-10 09:00')

/** The worst a notice has to hold: sixty deputies, the longest names and places, rare characters. */
export const crowdedNotice: NoticeFacts = {
  station: '秦淮医疗卫生专业',
  year: 2026,
  month: 12,
  convenor: LONG_NAME,
  address: '南京市秦淮区来凤街社区卫生服务中心三楼人大代表联络站接待室（靠近东门电梯旁）',
  services: ['前沿研究', '立法调研', '群众医疗问题', '中医药服务进社区与家庭医生签约政策咨询解答'],
  receptions: Array.from({ length: 5 }, (_, index) => ({
    startsAt: at.add({ days: index * 5 }),
    endsAt: at.add({ days: index * 5, hours: 2 }),
    place: '来凤街社区卫生服务中心三楼接待室',
    theme: index % 2 ? '医疗政策咨询与异地就医报销' : null,
    names: [LONG_NAME, '欧阳震华', '㐂䶮玥'],
  })),
  deputies: Array.from({ length: 60 }, (_, index) => ({
    name: index % 7 === 0 ? LONG_NAME : index % 5 === 0 ? '欧阳震华' : '张敏',
    level: ['全国', '省', '市', '区'][index % 4]!,
  })),
}
