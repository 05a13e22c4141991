/** What a type of activity must remind of, by code, and where it is written. `law` null: the station's own care, not a statute. */
export const LEGAL_NOTES = {
  /** 视察、调研 may raise suggestions 但不直接处理问题. */
  noDirectHandling: { law: '代表法', article: 31 },
  /** 持代表证就地视察. */
  bringDeputyCard: { law: '代表法', article: 29 },
  /** The report goes to the organs concerned, which must answer the deputies in good time. */
  reportForwarded: { law: '代表法', article: 31 },
  /** 保守国家秘密: what is heard in a closed session stays there. */
  confidential: { law: '代表法', article: 8 },
  /** 不得干预具体执法、司法案件. */
  noCaseInterference: { law: '代表法', article: 59 },
  /** Residents' faces are not passed on in the group. */
  noResidentFaces: { law: null, article: null },
} as const satisfies Record<string, { law: string | null; article: number | null }>

export type LegalNote = keyof typeof LEGAL_NOTES
