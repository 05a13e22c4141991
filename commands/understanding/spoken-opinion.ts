import { scanReferences } from '../../station/text/reference.js'

const GLUED = /^\s*(?:群众|居民)?意[见見](?![\s:：,，。、!！?？])(.{5,})$/su
/** 意见不统一, 意见箱, 意见都写好了: about opinions, not one. */
const ABOUT_OPINIONS =
  /^(?:很|挺|不|没|有|都|也|还|已|是|在|箱|书|稿|表|列表|清单|台账|统计|分类|建议|汇总|记录|怎|如何|多少|哪|什么|呢|吗|和|与|的|要|能|可|大[，。,]|多[，。,]|较|比较|非常|太|一致|分歧|征|反馈|转|办|类别|登记|交|收|发|给|请|看|先|再|了)/

/** What residents say, as it is told: of somebody, or of something that does not work. */
const TELLS =
  /反映|居民|群众|村民|市民|业主|家长|患者|老百姓|街坊|没人(?:管|修|来|理)|太(?:贵|少|难|慢|吵|远|乱|差|挤)|老是|坏了|不方便|投诉|看病难|停车难|希望(?:政府|社区|医院|学校|街道|有关)|缺|收费|排队|扰民/
const ASKS =
  /[?？]|[吗呢吧]\s*$|怎么|如何|哪[里些个]|什么|多少|几[件条个]|谁|是不是|能不能|可不可以|有没有|帮我|谢谢|辛苦/
const CHARS_FROM = 6

/**
 * Words said to the bot that are no command but tell of a resident's matter, as voice input gives them: the name glued to the
 * words is plain enough to be done, without it they are only offered. In a group nothing that is not said to the bot is read so.
 */
export function spokenOpinion(body: string): { line: string; sure: boolean } | undefined {
  const text = body.trim()
  const glued = GLUED.exec(text)?.[1]
  if (glued !== undefined && !ABOUT_OPINIONS.test(glued) && !/[?？吗]\s*$/u.test(glued))
    return { line: `意见 ${glued}`, sure: true }
  if ((text.match(/\p{Script=Han}/gu) ?? []).length < CHARS_FROM) return undefined
  if (text.startsWith('/') || scanReferences(text).length > 0 || ASKS.test(text) || !TELLS.test(text)) return undefined
  return { line: `意见 ${text.replace(/^意[见見]/u, '')}`, sure: false }
}
