import { err, ok, type Result } from '../result.js'
import { type ChannelId, channelOf, type StageId, stageOf, URGENT_TAGS } from './channels.js'
import { type Place, type PlaceEntry, placeIn } from './place.js'
import { splitNumbered } from './split-numbered.js'
import { tidied } from './tidy.js'

export interface ParsedOpinion {
  /** The words exactly as they were typed, tags left out: what gets sealed. */
  readonly original: string
  /** The same words without the noise of speech: what gets masked and shown. */
  readonly tidy: string
  readonly channel: ChannelId | null
  readonly stage: StageId | null
  readonly urgent: boolean
  readonly place: Place | null
}

export type ParseRefusal = { code: 'empty' }

interface Tags {
  readonly channel: ChannelId | null
  readonly stage: StageId | null
  readonly urgent: boolean
}

const NO_TAGS: Tags = { channel: null, stage: null, urgent: false }

const BRACKETED = /^\s*[（(【[〔]\s*([^（()）【】[\]〔〕]{1,8})\s*[）)】\]〕]\s*[：:，,]?\s*/u
const BANG = /^\s*[!！]+\s*/u
// A bare word counts as a tag only with a stop behind it: 急诊 and 走路 are words.
const BARE = /^\s*(急难愁盼|特急|紧急|急件|急|走访|座谈|接访|问卷|热线|网络|监督落实|监督|决策|执行)\s*[：:]\s*/u

const withTag = (tags: Tags, tag: string): Tags | undefined => {
  const name = tag.normalize('NFKC').trim()
  if (URGENT_TAGS.includes(name)) return { ...tags, urgent: true }
  const channel = channelOf(name)
  if (channel) return { ...tags, channel }
  const stage = stageOf(name)
  return stage && { ...tags, stage }
}

/** Takes the tags off the front. A bracket that is no tag belongs to the words: （来凤街）路灯不亮. */
const takeTags = (text: string, inherited: Tags): { tags: Tags; rest: string } => {
  let tags = inherited
  let rest = text
  for (;;) {
    const bang = BANG.exec(rest)
    if (bang) {
      tags = { ...tags, urgent: true }
      rest = rest.slice(bang[0].length)
      continue
    }
    const match = BRACKETED.exec(rest) ?? BARE.exec(rest)
    const parts = match?.[1]?.split(/[、,，/·\s]+/u) ?? []
    const next = parts.reduce<Tags | undefined>(
      (known, part) => known && withTag(known, part),
      match ? tags : undefined,
    )
    if (!match || !next) return { tags, rest: rest.trim() }
    tags = next
    rest = rest.slice(match[0].length)
  }
}

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/**
 * The text after the word 意见 → one or several opinions. Tags in front ((访)（监督）！急：) are read off; a numbered
 * list becomes one opinion per item, each with what stands before the list; a place in front of it holds for all.
 */
export const parseOpinions = (
  text: string,
  directory: readonly PlaceEntry[] = [],
): Result<readonly ParsedOpinion[], ParseRefusal> => {
  const { tags, rest } = takeTags(text, NO_TAGS)
  if (!hasWords(rest)) return err({ code: 'empty' })
  const { head, items } = splitNumbered(rest)
  const place = (words: string): Place | null => placeIn(words, directory) ?? null
  const one = (original: string, found: Tags, where: Place | null): ParsedOpinion => ({
    original,
    tidy: tidied(original) || original,
    ...found,
    place: where,
  })
  if (items.length === 0) return ok([one(rest, tags, place(rest))])
  const lead = head.replace(/[：:，,。；;\s]+$/u, '')
  const common = hasWords(lead) ? place(lead) : null
  return ok(
    items.map((item) => {
      const own = takeTags(item, tags)
      const words = hasWords(own.rest) ? own.rest : item
      return one(hasWords(lead) ? `${lead}：${words}` : words, own.tags, place(words) ?? common)
    }),
  )
}
