/** What a rule answers when its input may be wrong: a value, or a code with the facts its one sentence needs. */
export type Result<T, E extends { code: string }> = { ok: true; value: T } | { ok: false; error: E }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const err = <E extends { code: string }>(error: E): { ok: false; error: E } => ({ ok: false, error })
