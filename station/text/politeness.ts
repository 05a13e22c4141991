/** Words of thanks, longest first, and particles that change nothing in what is asked. 吗, 呢, ？ and 了 do change it. */
const THANKS = [
  '谢谢大家',
  '谢谢各位',
  '谢谢你们',
  '谢谢助手',
  '谢谢您',
  '谢谢你',
  '麻烦您了',
  '麻烦你了',
  '辛苦您了',
  '辛苦你了',
  '辛苦大家',
  '非常感谢',
  '不好意思',
  '非常抱歉',
  '对不起',
  '拜托了',
  '麻烦了',
  '辛苦了',
  '谢谢',
  '抱歉',
  '多谢',
  '感谢',
  '谢了',
  '拜托',
  '辛苦',
  'thanks',
  'thank you',
  'thx',
  '3q',
] as const

const PARTICLES = '哈吧啦呀哦喔噢嘛哟呗咯啊呐哒嘿嘻呵'
const MARKS = '~!。.,;、…^_ \n'
const EMOJI = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator})$/u
/** WeChat's own faces arrive as their names: [强], [呲牙], [Smile]. */
const LONGEST_FACE_CHARS = 12
const FACE_NAME = /^[\p{Script=Han}A-Za-z]+$/u

/**
 * The command without its trailing thanks, particles, faces and marks; '' when nothing else was said. Takes folded text.
 * For matching only, and after the text as it stands has been tried: 酒吧 is a place.
 */
export const stripPoliteness = (folded: string): string => {
  let end = folded.length
  for (let before = -1; end !== before && end > 0; ) {
    before = end
    end -= trailing(folded, end)
  }
  return folded.slice(0, end)
}

/** How many units at the end of folded[0, end) are mere politeness. */
const trailing = (folded: string, end: number): number => {
  const last = folded[end - 1]!
  if (MARKS.includes(last) || PARTICLES.includes(last)) return 1
  if (last === ']') {
    const open = folded.lastIndexOf('[', end - 1)
    const isFace = open >= 0 && end - open <= LONGEST_FACE_CHARS && FACE_NAME.test(folded.slice(open + 1, end - 1))
    return isFace ? end - open : 0
  }
  const emoji = EMOJI.exec(folded.slice(Math.max(0, end - 2), end))
  if (emoji !== null) return emoji[0].length
  const tail = folded.slice(Math.max(0, end - 10), end).toLowerCase()
  return THANKS.find((word) => tail.endsWith(word))?.length ?? 0
}
