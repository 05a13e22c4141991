// What speech leaves behind in voice-to-text. Only words that say nothing: 但是, 因为, 还有 carry a resident's meaning
// (保持原话和原意) and stay.
const OPENERS =
  /^(?:嗯+|呃+|啊+|哎+|唉+|喂+|额+|那个|这个(?=[，,、 ]|那个|呢)|然后(?:呢)?|就是说|就是(?=[，,、 ])|怎么说呢|我跟你说|你好|您好|好的|对对+|那么(?=[，,、]))[，,、 ]*/u
const INSIDE: readonly [RegExp, string][] = [
  [/(?<=^|[，,、。；！？ ])(?:嗯+|呃+|啊+|额+|哎+)(?=[，,、。；！？ ]|$)/gu, ''],
  [/[嗯呃]+/gu, ''],
  [/(?:就是说|怎么说呢|你知道吧?|对吧|是吧|对不对)(?=[，,、。；！？ ]|$)/gu, ''],
  [/(?:这个(?=这个)|那个(?=那个)|就是(?=就是)|然后(?=然后)|反正(?=反正))/gu, ''],
  [/(?:那个|这个)(?=[，,、 ]*(?:那个|这个|嗯|呃))/gu, ''],
  [/[呢嘛吧哦呀](?=[，,])/gu, ''],
]

const strippedOpening = (text: string): string => {
  for (let rest = text; ; ) {
    const next = rest.replace(OPENERS, '')
    if (next === rest) return rest
    rest = next
  }
}

const clean = (clause: string): string => {
  let text = strippedOpening(clause)
  for (const [pattern, replacement] of INSIDE) text = text.replace(pattern, replacement)
  return strippedOpening(text)
}

/**
 * A readable form of spoken words, made by leaving out only: nothing is added or moved, so no word stands in it that
 * the resident did not say. The original is kept beside it.
 */
export const tidied = (text: string): string =>
  text
    .replace(/(?<=[一-龥，。！？、；：]) +(?=[一-龥])/gu, '')
    .split(/(?<=[。！？!?；;\n])/u)
    .map(clean)
    .join('')
    .replace(/([，,、 ])[，,、 ]+/gu, '$1')
    .replace(/[，,、 ]+(?=[。！？；])/gu, '')
    .replace(/^[，,、。；：: \n]+/u, '')
    .trim()
