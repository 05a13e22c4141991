import type { Role } from '../roles.js'

/** What a station changed about who may use a command. */
export interface Adjustment {
  readonly allow: readonly Role[]
  readonly deny: readonly Role[]
}

export type Adjustments = Readonly<Record<string, Adjustment | undefined>>

export interface Guarded {
  readonly name: string
  readonly who: readonly Role[]
}

/** The one table: a row is a command, a column a role; the station's own changes come on top of the command's. */
export const rolesFor = ({ name, who }: Guarded, adjustments: Adjustments): Role[] => {
  const { allow = [], deny = [] } = adjustments[name] ?? {}
  return [...new Set([...who, ...allow])].filter((role) => !deny.includes(role))
}

/** Somebody with several roles may do what any of them may. */
export const mayDo = (command: Guarded, adjustments: Adjustments, roles: ReadonlySet<Role>): boolean =>
  rolesFor(command, adjustments).some((role) => roles.has(role))

/**
 * Takes a role in or out of a command's row. The district keeps what it may, so that no station can lock itself out, and
 * what only the district may do is not given away.
 */
export function adjust(
  command: Guarded,
  adjustments: Adjustments,
  role: Role,
  may: boolean,
): { ok: true; value: Adjustments } | { ok: false; code: 'district-stays' | 'district-only' | 'so-already' } {
  if (role === 'district' && !may && command.who.includes('district')) return { ok: false, code: 'district-stays' }
  if (may && command.who.every((one) => one === 'district')) return { ok: false, code: 'district-only' }
  if (rolesFor(command, adjustments).includes(role) === may) return { ok: false, code: 'so-already' }
  const { allow = [], deny = [] } = adjustments[command.name] ?? {}
  const without = (roles: readonly Role[]) => roles.filter((one) => one !== role)
  const byDefault = command.who.includes(role)
  return {
    ok: true,
    value: {
      ...adjustments,
      [command.name]: {
        allow: may && !byDefault ? [...without(allow), role] : without(allow),
        deny: !may && byDefault ? [...without(deny), role] : without(deny),
      },
    },
  }
}
