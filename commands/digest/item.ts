/** One thing waiting for somebody's yes or no, as the digest asks and stores it. */
export interface DigestItem {
  /** Its number in this digest, from 1. */
  no: number
  /** The same for the same matter in every digest: what was answered is not asked again. */
  key: string
  label: string
  /** The line that a yes stands for. */
  yes: string
  /** The line that a no stands for; null: it is only noted. */
  refuse: string | null
  /** The line needs a reason, which a bare no does not give: it is shown instead of run. */
  reasonNeeded?: true
}

export type Waiting = Omit<DigestItem, 'no'> & { personId: number }
