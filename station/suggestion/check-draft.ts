import { type NotASuggestion, notASuggestion } from './not-a-suggestion.js'
import { separateMatters } from './separate-matters.js'

export interface Draft {
  readonly title: string
  /** The whole text, or its parts under headings of any of the usual kinds. */
  readonly text: string
  readonly unit?: string
}

/** 有情况、有分析、有具体意见 (代表法 24, 36: 明确具体, 注重反映实际情况和问题). */
export type DraftPart = 'situation' | 'analysis' | 'proposal'

export type DraftFinding =
  | { code: 'titleMissing' }
  /** A title says what is asked for: 关于……的建议. */
  | { code: 'titleForm'; title: string }
  | { code: 'titleTooLong'; characters: number; limit: number }
  | { code: 'partMissing'; part: DraftPart }
  /** Only 加强、重视、尽快: nobody could say whether it was done. */
  | { code: 'proposalVague'; words: readonly string[] }
  | { code: 'severalMatters'; matters: readonly string[] }
  | { code: 'tooShort'; characters: number; atLeast: number }
  | ({ code: 'notASuggestion' } & NotASuggestion)
  | { code: 'basisMissing' }
  | { code: 'unitMissing' }

const TITLE_LIMIT_CHARACTERS = 40
const TEXT_AT_LEAST_CHARACTERS = 60

const HEADINGS: Readonly<Record<DraftPart, RegExp>> = {
  situation: /(?:^|\n)\s*(?:[一二三（(\d]+[、.．)）]*\s*)?(?:案由|基本情况|现状|情况|背景|存在的?问题|主要问题)/,
  analysis: /(?:^|\n)\s*(?:[一二三四（(\d]+[、.．)）]*\s*)?(?:案据|原因|分析|问题分析|原因分析|成因|理由)/,
  proposal: /(?:^|\n)\s*(?:[一二三四五（(\d]+[、.．)）]*\s*)?(?:方案|具体建议|建议|意见建议|对策|措施)/,
}

const CUES: Readonly<Record<DraftPart, RegExp>> = {
  situation:
    /目前|现在|当前|近年来|近期|截至|据(?:了解|统计|调查|居民反映)|走访|调研(?:发现|中)|反映|现有|全区(?:共|有)?|存在|\d+(?:\.\d+)?(?:%|户|人|家|件|个|名|万|公里|次|小时)/,
  analysis: /原因|由于|因为|主要是|究其|根源|导致|造成|使得|其一|一方面|根据|依据|按照|源于|症结|缺乏|不足以|制约/,
  proposal: /建议|应当?|希望|请(?!假)|可以(?:在|由|通过|考虑)|由.{2,12}(?:牵头|负责)|增设|设立|建立|制定|修订|出台/,
}

// What makes a wish a measure: a doer, a thing to set up, a place, a number, a date.
const CONCRETE =
  /增设|增加.{0,8}(?:名|个|台|处|辆|班|万)|设立|建立|制定|修订|出台|配备|安装|开设|开通|延长|缩短|调整|取消|试点|纳入|牵头|联合|购买服务|补贴|公开|公示|每(?:月|季度|周|年)|(?:在|由|对).{2,16}(?:开展|设置|建设|改造|负责|实施|检查)|\d/
const VAGUE =
  /加强|重视|加大(?:力度)?|进一步|尽快(?:解决)?|高度关注|提高认识|完善|强化|引起.{0,6}重视|予以解决|妥善处理/g

const BASIS =
  /《[^》]{2,}》|\d+(?:\.\d+)?\s*(?:%|％|户|人|家|件|名|万|亿|张|所|次|公里|小时|天|例|个)|第[一二三四五六七八九十百\d]+条|统计|数据显示|调研|问卷|走访\d|案例/

const characters = (text: string): number => [...text.replace(/\s/g, '')].length

const hasPart = (text: string, part: DraftPart): boolean => HEADINGS[part].test(text) || CUES[part].test(text)

/** The sentences that propose: from the proposal heading on, else those with a proposing word. */
const proposalOf = (text: string): string => {
  const heading = HEADINGS.proposal.exec(text)
  if (heading) return text.slice(heading.index)
  return text
    .split(/(?<=[。；;！!\n])/)
    .filter((sentence) => CUES.proposal.test(sentence))
    .join('')
}

/**
 * What the drafter should look at, in the order of the page; empty when nothing is found. Advice, not a gate: a deputy
 * may submit any draft. `professional` asks for evidence too, as a professional station's suggestions should have.
 */
export const checkDraft = ({ title, text, unit }: Draft, professional = false): readonly DraftFinding[] => {
  const findings: DraftFinding[] = []
  const heading = title.trim()
  if (heading === '') findings.push({ code: 'titleMissing' })
  else {
    if (!/^关于.+的(?:建议|意见|批评|建议、批评和意见)$/.test(heading))
      findings.push({ code: 'titleForm', title: heading })
    if (characters(heading) > TITLE_LIMIT_CHARACTERS)
      findings.push({ code: 'titleTooLong', characters: characters(heading), limit: TITLE_LIMIT_CHARACTERS })
  }
  if (characters(text) < TEXT_AT_LEAST_CHARACTERS)
    findings.push({ code: 'tooShort', characters: characters(text), atLeast: TEXT_AT_LEAST_CHARACTERS })
  for (const part of ['situation', 'analysis', 'proposal'] as const)
    if (!hasPart(text, part)) findings.push({ code: 'partMissing', part })
  const proposal = proposalOf(text)
  const vague = [...new Set(proposal.match(VAGUE) ?? [])]
  if (proposal !== '' && vague.length > 0 && !CONCRETE.test(proposal))
    findings.push({ code: 'proposalVague', words: vague })
  const matters = separateMatters(heading, text)
  if (matters.length > 1) findings.push({ code: 'severalMatters', matters })
  for (const one of notASuggestion(`${heading}\n${text}`)) findings.push({ code: 'notASuggestion', ...one })
  if (professional && !BASIS.test(text)) findings.push({ code: 'basisMissing' })
  if ((unit ?? '').trim() === '') findings.push({ code: 'unitMissing' })
  return findings
}
