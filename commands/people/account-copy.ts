/** Sentences about which chat account is whose, and about being heard. */
export const copy = {
  code: (name: string, code: string, days: number) =>
    `${name}的邀请码：${code}（${days}天内有效，只能用一次）。\n请本人用自己的微信私聊我发：我是${name} ${code}`,
  codeFor: (name: string) => `本站名册和角色里没有“${name}”。先“登记”或“领导小组”“设角色”。`,
  bound: (name: string, station: string) => `已绑定：您是${station}站的${name}。回“帮助”看能做什么。`,
  boundFirst: (name: string) => `已绑定：${name}，您可以建站了。把我拉进代表群，在群里发“建站”，我私聊问5个问题。`,
  wrongCode: '邀请码不对或已过期。请向联络员要一个新的。',
  claimed: (name: string, own: boolean, liaisons: readonly string[]) =>
    `已记下，等${own ? `${name}用原来的微信确认，或` : ''}联络员${liaisons.join('、')}核实后，就能用命令了。`,
  claimsYou: (display: string, station: string) =>
    `有个新账号“${display}”在${station}站群里说是您。是您本人的回“是我”，不是回“不是我”。`,
  claimWaits: (display: string, name: string) =>
    `群里的“${display}”说自己是${name}。核实后回“认领 ${name}”，不是回“驳回 ${name}”。`,
  claims: (rows: readonly { display: string; name: string }[]) =>
    rows.length === 0
      ? '没有待认领的账号。'
      : `待认领${rows.length}个：${rows.map(({ display, name }) => `“${display}”说是${name}`).join('、')}。\n回“认领 姓名”或“认领 全部”。`,
  accepted: (names: readonly string[]) => `已认领：${names.join('、')}。他们现在可以用命令了，原来的账号也还有效。`,
  refused: (name: string) => `已驳回对“${name}”的认领，账号没有绑定。`,
  noClaim: (name: string) => `没有待认领的“${name}”。回“待认领”看看。`,
  yours: '已确认，新账号也是您的了。',
  notYours: '已驳回，那个账号没有绑定，联络员已知悉。',
  strange: (display: string, name: string) => `${name}说账号“${display}”不是本人，认领已驳回，请留意。`,

  rollCall: (until: string, members: number) =>
    `点名：请每位代表在群里回“到”（到${until}截止）。应到${members}人。还没绑定的请回“到 姓名”。`,
  heardTail: (heard: number, members: number) => ` 已到（${heard}/${members}）。`,
  running: '点名正在进行，回“点名情况”看谁还没到。',
  rollCallState: (heard: number, members: number, silent: readonly string[], unbound: readonly string[]) =>
    [
      `点名：已听到${heard}/${members}。`,
      ...(silent.length > 0 ? [`没听到：${silent.join('、')}。`] : []),
      ...(unbound.length > 0 ? [`没绑定微信：${unbound.join('、')}。回“邀请码 ${unbound[0]}”取码。`] : []),
      ...(silent.length + unbound.length === 0 ? ['每位代表都听得到。'] : []),
    ].join('\n'),
  noRollCall: '还没有点过名。召集人或联络员回“点名”就开始。',
}
