import { type Adjustments, adjust, rolesFor } from '../../station/people/permissions.js'
import { ALL_ROLES, MEMBERS, ROLES, type Role } from '../../station/roles.js'
import { oneOf, optional, word } from '../arguments.js'
import { type Command, command } from '../command.js'
import { copy } from './permission-copy.js'

const BY_NAME: Readonly<Record<string, Role>> = Object.fromEntries(ALL_ROLES.map((role) => [ROLES[role], role]))

/** The permission table, printed from the command objects and what the station changed; and the change itself. */
export const permissionsCommand = (all: () => readonly Command[]) =>
  command({
    name: '权限',
    aliases: ['谁能用'],
    summary: '看谁能用什么；管理员可按站调整',
    args: {
      change: optional(oneOf('调整', { 开放: true, 收回: false })),
      role: optional(oneOf('角色', BY_NAME)),
      name: optional(word('命令', '建活动')),
    },
    who: [...MEMBERS, 'leader'],
    changes: true,
    silentAlone: true,
    examples: ['权限 代表', '权限 建活动', '权限 建活动 开放 代表', '权限 建活动 收回 代表'],
    async run({ settings, station, change: changes, speaker, say }, { name, role, change }) {
      const table = settings.permissions
      if (name === undefined)
        return say(role ? copy.ofRole(role, namesFor(all(), table, role)) : overview(all(), table))
      const named = all().filter((one) => one.name === name || one.aliases.includes(name))
      const [first] = named
      if (!first) return say(copy.noSuch(name))
      if (role === undefined || change === undefined) return say(copy.ofCommand(first.name, rolesFor(first, table)))
      if (!speaker.roles.has('district')) return say(copy.byDistrict)
      const adjusted = adjust(first, table, role, change)
      if (!adjusted.ok) return say(copy.refused[adjusted.code](first.name, role))
      await changes.update('Station', station.id, {
        settings: { ...(station.settings as object), permissions: adjusted.value } as never,
      })
      await say(copy.adjusted(first.name, role, change, rolesFor(first, adjusted.value)))
    },
  })

const namesFor = (all: readonly Command[], table: Adjustments, role: Role): string[] => [
  ...new Set(all.filter((one) => rolesFor(one, table).includes(role)).map(({ name }) => name)),
]

const overview = (all: readonly Command[], table: Adjustments): string =>
  copy.overview(
    ALL_ROLES.map((role) => ({ role, count: namesFor(all, table, role).length })),
    Object.keys(table),
  )
