/** 不记录 said of one message: in brackets anywhere, or set off at its beginning or end. */
const MARKED = [
  /[（(【[［]\s*(?:请)?(?:不记录|不要记录|勿记录|勿记|别记录|不入台账)\s*[）)】\]］]/,
  /^\s*(?:请)?(?:不记录|勿记录|别记录)\s*[:：,，\s]/,
  /[\s,，。;；](?:请)?(?:不记录|勿记录|别记录)[。!！\s]*$/,
]

export const isUnrecorded = (text: string): boolean => MARKED.some((pattern) => pattern.test(text))

/** The paused topic that a text speaks of, if any. */
export const pausedTopicIn = (text: string, topics: readonly string[]): string | null =>
  topics.find((topic) => text.includes(topic)) ?? null
