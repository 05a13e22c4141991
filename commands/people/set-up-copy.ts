import type { SetUpKey } from '../../station/people/set-up.js'

const LATER = '想停就停，回“建站”接着来。'

/** Sentences of the conversation that sets up a station. */
export const copy = {
  ask: {
    name: `建站第1步，共5步：站叫什么？例：鼓楼教育。\n${LATER}`,
    profession: '第2步：什么专业？例：教育',
    levels: '第3步：吸收哪几级代表？例：全国省市区，或 省市区',
    address: '第4步：地址在哪？暂时没有回“跳过”。',
    liaison: '第5步：联络员是谁？写姓名；还没定回“跳过”。',
  } satisfies Record<SetUpKey, string>,
  again: {
    name: '站名写2到20个字，例：鼓楼教育。',
    profession: '专业写2到16个字，例：教育。',
    levels: '级别请写全国、省、市、区中的几个，例：省市区。',
    address: '地址写2到60个字；没有回“跳过”。',
    liaison: '请写联络员的姓名；还没定回“跳过”。',
  } satisfies Record<SetUpKey, string>,
  toPrivate: (name: string) => `好的${name}，建站的5个问题已私信您，答完本群就启用。`,
  notHere: '请到要建站的群里说“建站”。',
  hasStation: (name: string) => `本群已经是${name}站的群。`,
  nameTaken: (name: string) => `已经有“${name}”站了，请换一个站名。`,
  done: (name: string, liaison: string | null) =>
    [
      `${name}站已建好，群已启用。`,
      liaison ? `联络员${liaison}：回“邀请码 ${liaison}”取绑定码转给本人。` : '联络员待定：设角色 联络员 姓名',
      '下一步：导入名单；或 复制站 别的站→本站。',
    ].join('\n'),
  hello: (name: string) => `${name}站的群已启用。我记活动、意见、接待，不用@我；回“帮助”看怎么用。`,
}
