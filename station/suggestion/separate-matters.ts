import { MATTERS } from '../opinion/matters.js'
import { mattersIn } from '../opinion/twins.js'

/** Said in passing once is background; said in two places it is a matter of its own. */
const MENTIONS = 2

const SEGMENT =
  /[。；;！!？?\n]+|(?<=[\s。；;])(?:\d{1,2}[.、．)）]|[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+是|[一二三四五六七八九十]、)/

const categoryOf = new Map(MATTERS.map(({ label, category }) => [label, category]))

const titleLinks = (title: string): boolean => /[和与及、]|以及/.test(title)

/**
 * 一事一议: the matters a text is about, one per kind. Several matters of one kind are one (路灯 and 井盖 are the state of
 * the streets); two kinds are two things when the title joins them or the text comes back to each.
 */
export const separateMatters = (title: string, text: string): readonly string[] => {
  const titled = [...mattersIn(title)]
  const counts = new Map<string, number>(titled.map((label) => [label, titleLinks(title) ? MENTIONS : 1]))
  for (const segment of text.split(SEGMENT))
    for (const label of mattersIn(segment)) counts.set(label, (counts.get(label) ?? 0) + 1)
  const often = [...counts].filter(([, mentions]) => mentions >= MENTIONS).sort((a, b) => b[1] - a[1])
  const byKind = new Map<string, string>()
  for (const [label] of often) {
    const kind = categoryOf.get(label) ?? label
    if (!byKind.has(kind)) byKind.set(kind, label)
  }
  return [...byKind.values()]
}

/** Of the opinions a draft is made from: the groups that share no kind of matter and ought to be drafts of their own. */
export const separateOpinions = (
  opinions: readonly { no: number; text: string }[],
): readonly { matters: readonly string[]; opinions: readonly number[] }[] => {
  const groups: { kinds: Set<string>; matters: Set<string>; opinions: number[] }[] = []
  for (const { no, text } of opinions) {
    const matters = mattersIn(text)
    const kinds = new Set([...matters].map((label) => categoryOf.get(label) ?? label))
    // What nobody can name joins the first group rather than being split off on no evidence.
    const group = kinds.size === 0 ? groups[0] : groups.find((one) => [...kinds].some((kind) => one.kinds.has(kind)))
    const home = group ?? { kinds: new Set<string>(), matters: new Set<string>(), opinions: [] }
    if (!group) groups.push(home)
    for (const kind of kinds) home.kinds.add(kind)
    for (const matter of matters) home.matters.add(matter)
    home.opinions.push(no)
  }
  return groups.map(({ matters, opinions: numbers }) => ({ matters: [...matters], opinions: numbers }))
}
