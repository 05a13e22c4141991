/** What is asked of somebody's mind: 怎么看, 支持吗. A question about facts or about the program itself is none. */
const ASKS =
  /(?:^|你|您)(?:是|会)?(?:对.{1,30})?怎么看(?!到|不到|见|.{0,4}(?:名单|表|意见|活动|记录|经过|台账))|(?:什么|有何|有什么|啥)(?:看法|立场|态度|观点)|怎么评价|如何(?:看待|评价)|(?:你|您)(?:觉得|认为|感觉).{1,40}(?:吗|呢|怎么样|好不好|对不对|合理|应该)|(?:你|您)(?:支持|赞成|反对|同意)(?:不(?:支持|赞成|反对|同意))?.{0,40}(?:吗|谁|哪)|(?:你|您)(?:站|支持)哪/

const NAMED = /^[@＠]?(?:联络站)?小?助手/

/** Whether a line asks the bot itself what it thinks: by name in a group; privately there is nobody else to ask. */
export const asksForOpinion = (folded: string, addressed: boolean): boolean => {
  const line = folded.replace(/\s/g, '')
  if (!addressed && !NAMED.test(line)) return false
  return ASKS.test(line.replace(NAMED, ''))
}
