/**
 * Every standing a person can have towards one activity, as rows of data.
 * - `holdsPlace`: counts against the capacity. A place promised but not yet sure (approval, offer, new date) is held,
 *   because two people must never be promised the same one. Typed in by somebody else (代报) it holds none:
 *   nobody can block a place for a person who has not said a word (consent, never 拉郎配).
 * - `going`: counts as coming. Unconfirmed is not going.
 * - `inLine`: still wants to come; a second sign-up by the same person adds nothing.
 */
const SIGN_UP_STATUSES = {
  confirmed: { holdsPlace: true, going: true, inLine: true },
  pendingApproval: { holdsPlace: true, going: false, inLine: true },
  offered: { holdsPlace: true, going: false, inLine: true },
  toReconfirm: { holdsPlace: true, going: false, inLine: true },
  waiting: { holdsPlace: false, going: false, inLine: true },
  pendingConsent: { holdsPlace: false, going: false, inLine: true },
  leave: { holdsPlace: false, going: false, inLine: false },
  withdrawn: { holdsPlace: false, going: false, inLine: false },
  declined: { holdsPlace: false, going: false, inLine: false },
  refused: { holdsPlace: false, going: false, inLine: false },
  lapsed: { holdsPlace: false, going: false, inLine: false },
  /** A withdrawal that overtook its sign-up on the way: kept only so that the late sign-up is recognised as older. */
  neverIn: { holdsPlace: false, going: false, inLine: false },
} as const satisfies Record<string, { holdsPlace: boolean; going: boolean; inLine: boolean }>

export type SignUpStatus = keyof typeof SIGN_UP_STATUSES

export const holdsPlace = (status: SignUpStatus): boolean => SIGN_UP_STATUSES[status].holdsPlace
export const isGoing = (status: SignUpStatus): boolean => SIGN_UP_STATUSES[status].going
export const isInLine = (status: SignUpStatus): boolean => SIGN_UP_STATUSES[status].inLine
