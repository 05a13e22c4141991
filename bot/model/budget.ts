/** A claim on the allowance, made before anything is sent. */
export interface Reservation {
  /** Chinese civil date the tokens are charged to, "2026-11-23". */
  day: string
  stationId: number | null
  tokens: number
}

export interface ModelBudget {
  /** Takes the tokens off the day's and the station's allowance at once, or neither: false when one would not hold. */
  reserve(reservation: Reservation): Promise<boolean>
  /**
   * Replaces the reserved tokens by those used. Not called when the use is unknown (a timeout, a cut connection): the
   * provider may have charged for it, so the whole reservation stays taken.
   */
  settle(reservation: Reservation, usedTokens: number): Promise<void>
}

export interface BudgetLimits {
  /** Tokens a day over all stations. */
  dayTokens: number
  /** Tokens a day of any one station. */
  stationTokens: number
}

/** Allowance kept by this process alone: for one process without a store, and for tests. */
export class MemoryBudget implements ModelBudget {
  readonly #used = new Map<string, number>()

  constructor(readonly limits: BudgetLimits) {}

  reserve({ day, stationId, tokens }: Reservation): Promise<boolean> {
    const [whole, own] = keysOf(day, stationId)
    const fits =
      this.usedTokens(day) + tokens <= this.limits.dayTokens &&
      this.usedTokens(day, stationId) + tokens <= this.limits.stationTokens
    if (fits) this.#add([whole, own], tokens)
    return Promise.resolve(fits)
  }

  settle({ day, stationId, tokens }: Reservation, usedTokens: number): Promise<void> {
    this.#add(keysOf(day, stationId), usedTokens - tokens)
    return Promise.resolve()
  }

  /** Without a station: of all together. */
  usedTokens(day: string, stationId?: number | null): number {
    const [whole, own] = keysOf(day, stationId ?? null)
    return this.#used.get(stationId === undefined ? whole : own) ?? 0
  }

  #add(keys: readonly string[], tokens: number): void {
    for (const key of keys) this.#used.set(key, (this.#used.get(key) ?? 0) + tokens)
  }
}

const keysOf = (day: string, stationId: number | null): [string, string] => [day, `${day}/${stationId ?? 'house'}`]

/** Never too low for the tokenizers in use: a Chinese character is about one token, Latin text a third of its length. */
export const estimateTokens = (text: string): number => {
  let latin = 0
  let other = 0
  for (const character of text) {
    if (character.charCodeAt(0) < 0x80) latin++
    else other++
  }
  return Math.ceil(latin / 3 + other * 1.2)
}
