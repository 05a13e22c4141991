/** What is not a 代表建议, from the rules of the NPC, 深圳 and 宁波. A warning with the words, never a refusal. */
export const NOT_A_SUGGESTION = [
  {
    id: 'personal',
    label: '本人及亲属的个人问题',
    pattern:
      /我(?:儿子|女儿|父亲|母亲|爸爸|妈妈|丈夫|妻子|弟弟|哥哥|姐姐|妹妹|亲戚|侄子|外甥|自己的|本人的|家的?(?:房子|孩子|宅基地|工作))|本人(?:的|要求|请求|申请)(?!大代表)|为(?:我|本人)解决|我单位的?(?:编制|职级|待遇|经费)/g,
  },
  {
    id: 'relayed',
    label: '代转群众来信',
    pattern: /代转|转交(?:来信|信件)|来信(?:原文|如下|转)|附(?:群众)?来信|信访(?:材料|件)/g,
  },
  {
    id: 'judicial',
    label: '已进入司法、仲裁程序',
    pattern:
      /(?:一审|二审|再审|终审|已(?:经)?(?:起诉|立案|判决|开庭|仲裁))|正在(?:诉讼|审理|仲裁)|案[件子]?(?:已经?|还|正|现)?在(?:法院|仲裁)|[打在]官司|判决书|裁定书|仲裁裁决|撤销判决|改判/g,
  },
  {
    id: 'accusation',
    label: '检举、申诉、控告',
    pattern: /检举|控告|申诉|实名举报|举报(?!电话|热线|平台|渠道|奖励|机制|制度)/g,
  },
  {
    id: 'promotion',
    label: '学术探讨、产品推介',
    pattern:
      /学术(?:探讨|论文|观点)|我(?:公司|司|厂|院)(?:的|研发的|生产的)|本公司|产品(?:推介|推广)|招商合作|欢迎(?:订购|选购)|独家专利产品/g,
  },
  {
    id: 'otherRegion',
    label: '不属本行政区域职权',
    pattern: /(?:外省|外市|外地政府|别的(?:省|市|区)|其他省市)的?(?:政府|部门|问题)/g,
  },
] as const satisfies readonly { id: string; label: string; pattern: RegExp }[]

type NotASuggestionId = (typeof NOT_A_SUGGESTION)[number]['id']

export interface NotASuggestion {
  readonly id: NotASuggestionId
  readonly words: readonly string[]
}

export const notASuggestion = (text: string): readonly NotASuggestion[] =>
  NOT_A_SUGGESTION.flatMap(({ id, pattern }) => {
    const words = [...new Set(text.match(pattern) ?? [])]
    return words.length > 0 ? [{ id, words }] : []
  })
