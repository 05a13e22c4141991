import { ROLES, type Role } from '../../station/roles.js'

const roleNames = (roles: readonly Role[]): string => roles.map((role) => ROLES[role]).join('、')

/** Sentences about who may do what. */
export const copy = {
  overview: (rows: readonly { role: Role; count: number }[], adjusted: readonly string[]) =>
    [
      `各身份能用的命令数：${rows.map(({ role, count }) => `${ROLES[role]}${count}`).join('、')}。`,
      adjusted.length > 0 ? `本站调整过：${adjusted.join('、')}。` : '本站没有调整过，都按通用规定。',
      '回“权限 代表”看一种身份能用什么，回“权限 建活动”看一条命令谁能用。',
    ].join('\n'),
  ofRole: (role: Role, names: readonly string[]) =>
    names.length === 0
      ? `${ROLES[role]}只收报告，没有可用的命令。`
      : `${ROLES[role]}能用${names.length}条：${names.join('、')}。`,
  ofCommand: (name: string, roles: readonly Role[]) =>
    `“${name}”由${roleNames(roles)}使用。管理员可调整：权限 ${name} 开放 代表`,
  noSuch: (name: string) => `没有“${name}”这条命令。回“帮助 全部”看所有命令。`,
  byDistrict: '权限由区管理员调整；回“权限 命令名”可以看。',
  adjusted: (name: string, role: Role, may: boolean, roles: readonly Role[]) =>
    `本站的“${name}”已对${ROLES[role]}${may ? '开放' : '收回'}，现由${roleNames(roles) || '无人'}使用。`,
  refused: {
    'district-stays': (name: string) => `“${name}”不能对管理员收回，免得本站无人能改。`,
    'district-only': (name: string) => `“${name}”只归区管理员，不能开放给别的身份。`,
    'so-already': (name: string, role: Role) => `“${name}”对${ROLES[role]}本来就是这样，没有改动。`,
  },
}
