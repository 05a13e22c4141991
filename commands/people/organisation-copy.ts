import type { Opinion, Partner } from '../../prisma/generated/client.js'
import type { Role } from '../../station/roles.js'
import { ROLES } from '../../station/roles.js'
import { short } from '../opinion/copy.js'
import { lastDay } from './copy.js'

/** Sentences about partners, the leading group and who holds which role. */
export const copy = {
  partners: (partners: readonly Partner[]) =>
    partners.length === 0
      ? '本站还没有登记合作单位。例：合作单位 江苏汇鸿集团 投资者教育'
      : `合作单位${partners.length}家：${partners.map(({ name, role }) => (role ? `${name}（${role}）` : name)).join('、')}。`,
  partnersByLeaders: '合作单位由召集人、联络员登记；回“合作单位”可以看。',
  partnerKept: (name: string, role: string | null) => `已登记合作单位“${name}”${role ? `（${role}）` : ''}。`,
  coHostsAdded: (no: number, added: readonly string[], all: readonly string[]) =>
    `H${no} 协办单位已加${added.map((name) => `“${name}”`).join('、')}${all.length > added.length ? `（共${all.join('、')}）` : ''}。`,
  coHosts: (no: number, names: readonly string[]) =>
    names.length === 0
      ? `H${no} 还没有协办单位。例：H${no} 协办 江苏汇鸿集团`
      : `H${no} 协办单位：${names.join('、')}。`,

  leadingGroup: (rows: readonly { title: string; name: string; employer: string | null }[]) =>
    rows.length === 0
      ? '还没有登记领导小组。例：领导小组 组长 刘志远 区人大常委会'
      : [
          '领导小组：',
          ...rows.map(({ title, name, employer }) => `${title} ${name}${employer ? `（${employer}）` : ''}`),
        ].join('\n'),
  leaderKept: (title: string, name: string, reachable: boolean) =>
    [
      `已登记${name}为领导小组${title}：收上报和报告，不参加报名和表决。`,
      ...(reachable ? [] : [`还没有绑定微信：私聊我说“邀请码 ${name}”，把码转给本人。`]),
    ].join('\n'),
  overdue: (month: number, rows: readonly { row: Opinion; lateWorkdays: number }[]) =>
    [
      `本月${rows.length}件意见超期未答复（${month}月），摘要如下：`,
      ...rows
        .slice(0, 5)
        .map(
          ({ row, lateWorkdays }) =>
            `Y${row.no} ${short(row.text, 24)}（${row.unit ?? '未定单位'}，超${lateWorkdays}个工作日）`,
        ),
      ...(rows.length > 5 ? [`另有${rows.length - 5}件，请问联络员。`] : []),
    ].join('\n'),
  nothingOverdue: '现在没有超期未答复的意见，不用上报。',
  reported: (names: readonly string[], count: number) => `已把${count}件超期意见的摘要私发${names.join('、')}。`,
  nobodyToReport: '领导小组还没有登记，或都没有绑定微信。例：领导小组 副组长 刘志远 区人大常委会',

  chart: (parts: {
    leaders: readonly string[]
    head: string | null
    convenors: readonly string[]
    deputies: number
    advisers: number
    team: number
    liaisons: readonly string[]
  }) =>
    [
      [
        `领导小组${parts.leaders.length > 0 ? `（${parts.leaders.join('、')}）` : '（待登记）'}`,
        ...(parts.head !== null ? [`站长${parts.head}`] : []),
        ...(parts.convenors.length > 0 ? [`召集人${parts.convenors.join('、')}`] : []),
        `代表${parts.deputies}名`,
        ...(parts.advisers > 0 ? [`特聘专家${parts.advisers}名`] : []),
        ...(parts.team > 0 ? [`服务队${parts.team}名`] : []),
      ].join('—'),
      ...(parts.liaisons.length > 0 ? [`联络员：${parts.liaisons.join('、')}。`] : []),
    ].join('\n'),

  granted: (names: readonly string[], role: Role, until: Date | null) =>
    `${names.join('、')}已为${ROLES[role]}${until ? `，到${lastDay(until)}止，到期权限自动终止` : ''}。`,
  revoked: (name: string, role: Role) => `${name}不再担任${ROLES[role]}，权限即时终止，记录保留。`,
  notHolding: (name: string, role: Role) => `${name}现在不是${ROLES[role]}。`,
  byDistrict: (role: Role) => `${ROLES[role]}由区管理员设。`,
  useConvenor: '召集人请用“设召集人 姓名”，有2–3名的规定和任期。',
  unreadableDate: '没看懂到哪天为止。例：设角色 联络员 孙莉 到 2027年12月31日',
}
