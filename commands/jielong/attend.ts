import type { JielongList } from '../../station/jielong/list.js'
import { resolveRows } from '../../station/jielong/resolve-rows.js'
import type { CommandContext } from '../context.js'
import { activityOf } from './activity-of.js'
import { offerToAdopt } from './adopt.js'
import { copy } from './copy.js'
import { mergeInto, rememberList } from './merge-into.js'
import { stationPeople } from './roster.js'

/** Attends to a chain sign-up somebody sent; undefined: it is none of ours. */
export async function attendList(context: CommandContext, list: JielongList): Promise<string | undefined> {
  const { roster, personOf } = await stationPeople(context)
  const version = resolveRows(list, roster, personOf)
  const belonging = await activityOf(context, list, version)
  if (belonging.kind === 'notOurs') return undefined
  if (belonging.kind === 'several') {
    await context.say(copy.whose(belonging.activities))
    return 'jielong:several'
  }
  if (belonging.kind === 'unknown') return offerToAdopt(context, list)
  await rememberList(context, list, belonging.activity.id)
  await mergeInto(context, list, belonging.activity.no)
  return `jielong:H${belonging.activity.no}`
}
