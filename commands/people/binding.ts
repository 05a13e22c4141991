import type { Change } from '../../prisma/change.js'
import { dateOf, type Moment } from '../../station/time/civil.js'
import { inForce } from './standing.js'

/** How it is known that an account is somebody's: by code, by the liaison officer, by the person's own older account. */
export type Evidence = 'code' | 'liaison' | 'self'

/**
 * From now on an account is a person's. Their other accounts stay theirs; the account's earlier owner loses it, and what
 * it was until now stays on record.
 */
export async function bindAccount(
  change: Change,
  now: Moment,
  { chatAccountId, personId, evidence }: { chatAccountId: string; personId: number; evidence: Evidence },
): Promise<void> {
  const at = dateOf(now)
  const held = await change.tx.account.findMany({ where: { chatAccountId, ...inForce(at) } })
  if (held.some((account) => account.personId === personId)) return
  for (const { id } of held) await change.update('Account', id, { until: at })
  await change.create('Account', { chatAccountId, personId, evidence, since: at })
}
