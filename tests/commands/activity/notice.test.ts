import { beforeEach, describe, expect, it, vi } from 'vitest'
import { simulatedAccount, simulatedRoom } from '../../../prisma/fixtures/load.js'
import { readJielong } from '../../../station/jielong/xml.js'
import type { Stage } from '../../replay/stage.js'
import { useTheatre } from '../../replay/use-theatre.js'

const room = { roomId: simulatedRoom('医疗代表群') }
/** As long as a title may be, and full of what a reader of lists might trip over. */
const TITLE = '1.讲座例如接龙报名“健康南京”行动进社区进校园进机关进企业系列义诊暨政策宣讲与志愿服务集中行动启动仪式'

describe('a notice', () => {
  const theatre = useTheatre()
  let stage: Stage
  beforeEach(async () => {
    stage = await theatre.stage(['秦淮医疗'])
    await stage.start()
  })

  async function said(...lines: string[]): Promise<string[]> {
    const before = stage.chat.heard.length
    for (const line of lines) {
      stage.chat.say(simulatedAccount('李强'), room, line)
      stage.clock.moment = stage.clock.now().add({ seconds: 30 })
      await stage.settled()
    }
    return stage.chat.heard.slice(before).map(({ to, text }) => ('roomId' in to ? text : `私聊 ${text}`))
  }

  it('is a list that any reader takes for what it is, however odd the title', async () => {
    await said(`建活动 ${TITLE} 11月24日9:00 来凤街社区卫生服务中心三楼多功能会议室 截止11月23日18:00`, '报名 H1')

    const [card, list, ...more] = await said('发 H1')
    expect(card).toMatch(/^H1.*\.png$/)
    expect(more).toEqual([])
    const read = readJielong(list!)
    expect(read?.rows.map(({ text }) => text)).toEqual(['李强'])
    expect(read?.header.split('\n')).toEqual([
      expect.stringContaining('H1 '),
      '临时通知（提前不足3天）；11月23日（周一）18:00截止报名。',
    ])
  })

  it('goes out in words when the picture cannot be made, and only who asked is told of that', async () => {
    await said('建活动 座谈会 12月9日9:00 站里')
    vi.spyOn(stage.services.press, 'board').mockRejectedValueOnce(new Error('no fonts'))
    expect(await said('通知 H1')).toEqual([
      expect.stringMatching(/^私聊 这份文件没有做成/),
      expect.stringMatching(/^#接龙\nH1 座谈会 12月9日/),
    ])
  })
})
