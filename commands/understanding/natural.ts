/** What somebody says about an activity in words of their own. */
export interface KnownActivity {
  no: number
  title: string
}

const JOIN = /(?:我(?:也|要|想|可以|能)?(?:去|来|参加|报名|报一个|报)|算我一个|加我一个|带我一个|我报名)/
const LEAVE =
  /(?:我(?:可能)?(?:去不了|去不成|来不了|来不成|参加不了|不能去|不能来|不能参加|没法去|没法参加|不去了|不参加了|退出))|(?:去不[了成]了|来不[了成]了|参加不了了)/
/** A question, a condition or somebody else: not the speaker's own decision. */
const UNSURE = /[?？]|吗|如果|要是|是不是|能不能|可不可以|怎么|谁|他|她|大家|你们|已经|昨天|上次|下次再/
/** A no in a form we do not know must never be read as a yes. */
const NEGATED = /不|没|未|别|无法|取消/
/** Longer than a phone's line: somebody is telling something. */
const MOST_CHARS = 24
/** Words every title has: they name no activity. */
const COMMON = /活动|社区|代表|会议|开展|工作|进行|一个|联络站/

/**
 * 义诊我参加, 那个讲座我去不了了: the speaker's own plain decision, with words that name one open activity or several. Without
 * such words nothing is understood: "算我一个" may be about lunch.
 */
export function naturalWish<A extends KnownActivity>(
  folded: string,
  open: readonly A[],
): { verb: '退出' | '报名'; among: A[] } | undefined {
  if (folded.length > MOST_CHARS || UNSURE.test(folded)) return undefined
  const leaving = LEAVE.test(folded)
  if (!leaving && (NEGATED.test(folded) || !JOIN.test(folded))) return undefined
  const among = namedIn(folded, open).map(({ activity }) => activity)
  return among.length > 0 ? { verb: leaving ? '退出' : '报名', among } : undefined
}

/** Two characters in a row that stand in both and are not in every title. */
export function sharesWord(text: string, title: string): boolean {
  for (let at = 0; at + 2 <= title.length; at++) {
    const pair = title.slice(at, at + 2)
    if (/^\p{Script=Han}{2}$/u.test(pair) && !COMMON.test(pair) && text.includes(pair)) return true
  }
  return false
}

/** The line with the number of the one open activity it names by its title: 报名义诊 → 报名 H1. */
export function withNumber(folded: string, open: readonly KnownActivity[]): string | undefined {
  return UNSURE.test(folded) ? undefined : anyWithNumber(folded, open)
}

/** The same of any line, also one that asks (讲座有谁报名): good only for looking. */
export function anyWithNumber(folded: string, open: readonly KnownActivity[]): string | undefined {
  if (folded.length > MOST_CHARS) return undefined
  const [only, another] = namedIn(folded, open)
  if (!only || another) return undefined
  return folded.replace(new RegExp(`(?:那个|这个)?${only.part}(?:活动)?`), ` H${only.activity.no} `).trim()
}

/** The activities a line names by a part of their titles: of several those with the longest, 法律讲座 before 讲座. */
function namedIn<A extends KnownActivity>(folded: string, open: readonly A[]): { activity: A; part: string }[] {
  const named = open.flatMap((activity) => {
    const part = sharedPart(folded, activity.title)
    return part === '' ? [] : [{ activity, part }]
  })
  const longest = Math.max(...named.map(({ part }) => part.length))
  return named.filter(({ part }) => part.length === longest)
}

/** The longest part of the text that is part of the title and says which. */
function sharedPart(text: string, title: string): string {
  for (let length = Math.min(title.length, text.length); length >= 2; length--)
    for (let at = 0; at + length <= title.length; at++) {
      const part = title.slice(at, at + length)
      if (/^\p{Script=Han}+$/u.test(part) && text.includes(part) && sharesWord(part, title)) return part
    }
  return ''
}
