/**
 * Who somebody is to a station. `deputy` and `adviser` follow from membership, `onDuty` from the rotation, the others from
 * grants that end with their term.
 */
export const ROLES = {
  deputy: '代表',
  convenor: '召集人',
  onDuty: '轮值召集人',
  head: '站长',
  liaison: '联络员',
  adviser: '特聘专家',
  service: '服务队',
  district: '管理员',
  leader: '分管领导',
} as const

export type Role = keyof typeof ROLES
export const ALL_ROLES = Object.keys(ROLES) as Role[]

/** The roles that lead or keep a station: they may do on behalf of others what deputies do for themselves. */
export const LEADING: readonly Role[] = ['convenor', 'onDuty', 'head', 'liaison', 'district']
export const MEMBERS: readonly Role[] = ['deputy', 'adviser', ...LEADING]
