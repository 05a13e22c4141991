/** What a masked stretch of text was. */
export type PersonalKind =
  | 'phone'
  | 'identity-number'
  | 'bank-card'
  | 'passport'
  | 'email'
  | 'plate'
  | 'messenger-account'
  | 'birth-date'
  | 'door-number'
  | 'long-number'
  | 'name'

/**
 * What stands in the masked text. Two facts keep masking idempotent: no token holds a character that a
 * recogniser matches, and every token is read back as the barrier it was written from (see shape.ts).
 * A name is replaced character by character with 某, so 王阿姨 becomes 某阿姨 and the sentence still reads.
 */
export const TOKENS: Record<Exclude<PersonalKind, 'name'>, string> = {
  phone: '〔电话〕',
  'identity-number': '〔证件号〕',
  'bank-card': '〔卡号〕',
  passport: '〔护照〕',
  email: '〔邮箱〕',
  plate: '〔车牌〕',
  'messenger-account': '〔账号〕',
  'birth-date': '〔生日〕',
  'door-number': '〔门牌〕',
  'long-number': '〔号码〕',
}

export const NAME_CHARACTER = '某'

/** Kinds that say who owns them: a name standing right before one of these is a resident's name. */
export const CONTACT_KINDS: ReadonlySet<PersonalKind> = new Set([
  'phone',
  'identity-number',
  'bank-card',
  'passport',
  'email',
  'messenger-account',
])
