import type { WrongTerm } from '../../station/guards/terminology.js'

const day = (at: { month: number; day: number }): string => `${at.month}月${at.day}日`

export const copy = {
  wrongTerm: (term: WrongTerm): string =>
    ({
      提案: '人大代表提交的是“议案”或“建议”（政协委员的才叫“提案”）。要起草建议，先登记群众意见，再回“起草建议 Y编号”。',
      委员: '人大这边称“代表”（政协才称“委员”）。看本站代表请回“本站名单”。',
      界别: '人大按代表团和行政区域分，不分界别（政协才分）。看本站代表请回“本站名单”。',
    })[term],
  neutral: '我只做登记和提醒，不发表看法。需要记录您的意见的话，请发：意见 ……',
  secretMark: '这条像带密级标志。涉密的请不要发在微信里（代表法第八条），请马上撤回，走机要渠道。本条没有记录。',

  unrecorded: {
    message: '这条注明了不记录，没有登记。要登记的话，去掉“不记录”再发一次。',
    group: '本群已设为不记录，没有登记。请私聊我登记，或请召集人回“恢复记录 本群”。',
    topic: (topic: string) => `“${topic}”已设为不记录，没有登记。需要登记请联系召集人：恢复记录 话题 ${topic}`,
  },
  groupWanted: '“不记录 本群”请在那个群里说。',
  paused: (what: string) => `已设为不记录：${what}。意见、讨论都不登记；报名、签到照常。恢复：恢复记录 ${what}`,
  pausedAlready: (what: string) => `${what}本来就不记录。恢复：恢复记录 ${what}`,
  lifted: (what: string) => `${what}已恢复记录。之前的不补记。`,
  notPaused: (what: string) => `${what}没有设过不记录。`,
  list: (rows: readonly { what: string; byName: string; since: { month: number; day: number } }[]) =>
    rows.length === 0
      ? '现在没有设为不记录的群或话题。要设：不记录 本群，或：不记录 话题 名称'
      : [
          '设为不记录的：',
          ...rows.slice(0, 4).map(({ what, byName, since }) => `${what}（${byName}，${day(since)}起）`),
        ].join('\n'),
  thisGroup: '本群',
  topic: (name: string) => `话题 ${name}`,
}
