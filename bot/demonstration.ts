import { fixtureOf, loadStation, simulatedAccount, simulatedRoom } from '../prisma/fixtures/load.js'
import type { PrismaClient } from '../prisma/generated/client.js'
import type { WorldSpec } from './gateway/world-spec.js'

export const DEMO_STATION = '秦淮医疗'
export const DEMO_BOT = { id: 'account:助手', name: '助手' }

/** Loads the demonstration station into an empty store; a store that has stations is left alone. */
export async function loadDemonstration(prisma: PrismaClient, at: Date): Promise<void> {
  if ((await prisma.station.count()) > 0) return
  await prisma.$transaction((tx) => loadStation(tx, DEMO_STATION, at))
}

/** The demonstration's people and group as the simulated chat needs them, with six lines to try. */
export function demonstrationWorld(): WorldSpec {
  const { station, members, district } = fixtureOf(DEMO_STATION)
  const topic = station.room ?? DEMO_STATION
  const note = (name: string): string => {
    const level = district.people.find((person) => person.name === name)?.level
    const roles = [
      ...(station.convenors.includes(name) ? ['召集人'] : []),
      ...(station.liaison.includes(name) ? ['联络员'] : []),
      ...(district.districtStaff.includes(name) ? ['区管理员'] : []),
    ]
    return [...(level ? [`${level}代表`] : []), ...roles].join(' · ')
  }
  return {
    bot: DEMO_BOT,
    people: members.map((name) => ({ id: simulatedAccount(name), name, note: note(name) })),
    rooms: [
      {
        id: simulatedRoom(topic),
        topic,
        memberIds: [DEMO_BOT.id, ...members.map(simulatedAccount)],
      },
    ],
    suggestions: [
      { as: simulatedAccount('李强'), text: '建活动 义诊进社区 下周六上午9点 来凤街 限2人' },
      { as: simulatedAccount('张敏'), text: '报名 H1' },
      { as: simulatedAccount('陈静'), text: '意见 社区医院缺儿科，王阿姨13812345678说孩子夜里发烧没处看' },
      { as: simulatedAccount('李强'), text: '排班' },
      { as: simulatedAccount('赵磊'), text: '轮值表' },
      { as: simulatedAccount('李强'), text: '小结' },
    ],
    startOffsetMs: 0,
  }
}
