/**
 * What law leaves to local rules. Every value is a default seen somewhere, to be set per station; none is national law.
 */
export interface SuggestionRules {
  /** 退办: a unit returns what is not its job within so many workdays (5 to 7 seen; 玉林 2019: 7). */
  readonly returnWorkdays: number
  /** 逾期不作调整: a late return is refused. Otherwise it is let through and marked late. */
  readonly refuseLateReturn: boolean
  /** 再答复: a dissatisfied deputy hears again within 1 month (one province) or 2 (another city). */
  readonly replyAgainMonths: 1 | 2
  /** Does 改派 to another unit start the three months anew? The cautious reading is no. */
  readonly reassignRestartsClock: boolean
  /** 会办 units give the lead unit their opinion within so many months (福建, 宁波: 1). */
  readonly assistMonths: number
}

export const SUGGESTION_RULES: SuggestionRules = {
  returnWorkdays: 7,
  refuseLateReturn: true,
  replyAgainMonths: 1,
  reassignRestartsClock: false,
  assistMonths: 1,
}
