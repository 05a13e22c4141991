import type { NameProblem } from '../../station/people/person-name.js'

const NAME_PROBLEMS: Readonly<Record<NameProblem, string>> = {
  empty: '没有写姓名',
  'has-title': '带了称呼，只写姓名',
  'too-long': '太长',
  'no-name': '不像姓名，请只写汉字',
}

/** What somebody at the machine itself reads. */
export const copy = {
  operator: '本机操作员',
  administratorUsage: '用法：npm run administrator -- 区名 姓名\n例：npm run administrator -- 鼓楼区 何平',
  importUsage:
    '用法：npm run import -- 文件.xlsx --station 站名 [--yes]\n不带 --yes 先预览，再问一句；带 --yes 看完预览直接写入。',
  badDistrict: (name: string) => `区名“${name}”不对：写2到10个汉字，例：鼓楼区。`,
  badName: (name: string, problem: NameProblem) => `姓名“${name}”${NAME_PROBLEMS[problem]}。`,
  namesakes: (name: string, count: number) =>
    `这个区的名册里有${count}个“${name}”，不知道是哪一位。请先在名册里加括号区分，例：${name}（大）。`,
  appointed: (district: string, name: string, isNew: boolean, code: string, days: number) =>
    [
      isNew
        ? `已设${name}为${district}的管理员。`
        : `${name}已是${district}的管理员，换了新的邀请码，以前没用过的作废。`,
      `邀请码：${code}（${days}天内有效，只能用一次，只显示这一次）`,
      '',
      `1. npm start 启动助手，把下面这一行只发给${name}本人，请本人用自己的微信私聊发给助手：`,
      `   我是${name} ${code}`,
      `2. 助手回“已绑定”后，请${name}把助手拉进代表群，在群里发“建站”，再在私聊里答5个问题。`,
      '3. 站建好后导入名册：私聊助手“导入名单”；或停下助手，在这里 npm run import -- 文件.xlsx --station 站名',
    ].join('\n'),
  noFile: (file: string, reason: string) => `打不开文件 ${file}（${reason}），一个人也没有改动。`,
  noStation: (name: string, known: readonly string[]) =>
    known.length > 0
      ? `没有“${name}”站，一个人也没有改动。现有：${known.join('、')}。`
      : `还没有站，一个人也没有改动。请管理员先在群里发“建站”。`,
  preview: (station: string, planned: string) =>
    `${station}站：${planned}\n写入即表示名册上的人都已书面同意（意愿写“不同意”的除外）；要逐人征询，请改在私聊里发“导入名单”。`,
  confirm: '还没有改动。写入请输入“是”：',
  given: '没有写入，一个人也没有改动。',
  writing: '正在写入',
  opening: '正在打开数据目录，第一次要几秒……',
  moveUsage: '用法：npm run backup -- 文件名\n　　　npm run restore -- 文件名',
  moving: {
    backup: { write: '正在备份', check: '正在核对备份' },
    restore: { write: '正在恢复', check: '正在核对' },
  },
  moved: { backup: '已备份', restore: '已恢复' },
  rows: '条',
}
