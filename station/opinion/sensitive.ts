/**
 * What must not be taken up, or not like this. `secret`: state or inner secrets do not belong in a chat at all
 * (代表法 8). `interference`: using a deputy's office to push a case or a tender (代表法 59). `case`: one person's
 * case before a court or the police, which has its own way and is redirected, not pushed.
 */
export type SensitiveKind = 'secret' | 'interference' | 'case'

export interface Sensitive {
  readonly kind: SensitiveKind
  readonly article: '代表法8' | '代表法59'
  readonly words: readonly string[]
}

/** Marks of papers and of matters that are secret by law; 保密 alone is an everyday word. */
const SECRET =
  /(?:绝密|机密(?!码)|涉密|国家秘密|秘密文件|秘级|密级|密件|内部文件|内部资料|内参|不得外传|严禁外传|未公开的?文件|军事机密|部队番号|军事设施|军事部署|国家安全机关|警卫方案|试题泄露|侦查手段)/g

/** Asking a favour. Alone it means nothing; beside a case or a tender it is what the law forbids. */
const FAVOUR =
  /打(?:个|声)?招呼|说(?:个|句)?情|说句话|疏通|通融|关照|照顾一下|照顾照顾|帮(?:个)?忙|帮我?(?:问问|说说|协调一下|拿下|搞定|递个话)|走(?:个)?关系|找(?:个)?关系|托(?:个)?关系|过问|施压|施加压力|催(?:一)?下?法官|给(?:点|个)?压力|优先考虑|内定|量身定做/g

const TENDER =
  /招标|投标|中标|竞标|标段|标书|政府采购|工程项目|工程发包|发包|分包|承包工程|评标|开标|拿(?:到)?工程|接工程|项目给/g
const CASE =
  /案子|案件|个案|判决|判得|判刑|开庭|起诉|上诉|二审|再审|立案侦查|批捕|逮捕|取保|拘留|法官|承办法官|检察官|办案民警|强制执行|缓刑|减刑|保释|行政处罚|罚单|扣车/g
/** A case of one's own: otherwise the words describe a general state of affairs (执行难), which may be raised. */
const OWN =
  /我(?:的|家|儿子|女儿|弟弟?|哥哥?|姐姐?|妹妹?|爸|妈|父亲|母亲|老公|老婆|丈夫|妻子|朋友|亲戚|同事|侄子|外甥|公司|们公司|们厂|单位)|本人|他(?:的|家)|她(?:的|家)|当事人|朋友的|亲戚的|张某|李某|王某/g

const found = (text: string, pattern: RegExp): readonly string[] => [...new Set(text.match(pattern) ?? [])]

/** What a deputy must be warned of before an opinion is recorded; empty for almost every message. */
export const sensitiveIn = (text: string): readonly Sensitive[] => {
  const folded = text.normalize('NFKC').replace(/\s+/g, '')
  const results: Sensitive[] = []
  const secret = found(folded, SECRET)
  if (secret.length > 0) results.push({ kind: 'secret', article: '代表法8', words: secret })
  const favour = found(folded, FAVOUR)
  const business = [...found(folded, TENDER), ...found(folded, CASE)]
  if (favour.length > 0 && business.length > 0)
    results.push({ kind: 'interference', article: '代表法59', words: [...business, ...favour] })
  else if (found(folded, CASE).length > 0 && found(folded, OWN).length > 0)
    results.push({ kind: 'case', article: '代表法59', words: found(folded, CASE) })
  return results
}
