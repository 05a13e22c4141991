/** A line that goes on like this is a sentence about the word before it: 名单 的事, 报名 H1 的人多吗. */
const GOES_ON = /^(?:的|了(?!解)|吗|吧|呢|嘛)/
/** A question, or a tone of voice: nobody orders something by asking whether it is. */
const ASKS = /(?:吗|呢|么|[了过好]没|没有|是不是|对不对|行不行)\s*\??$/

/** How talk begins that has a command's word in front of it by chance: 任务 很重, 文件 发我. */
const OPENS_TALK =
  /^(?:[很挺真太好更最不没都也已还就再又要该可能会是在有把被给让跟和与及由我你您他她它咱这那哪谁啥各先别怎]|什么|大家|请|发[我给到一群了]|写[好完了]|做[好完了得]|搞|弄|改[了好天]|定[了下好]|贴|打印|准备|回头|明天|今天|昨天|下周|辛苦|收到|出来|完成|看[看了下一]|需要|应该|必须|抓紧|继续|加强|一定|一下|几|多少|为什么|关于|通知|安排|按|等|来了|到了|上周|下次|上次)/
const ENDS_TALK = /(?:[了吧吗呢嘛么啊呀哈]|\?|一下|再说|哦)[!。~]*$/

/**
 * Whether somebody's own words, found behind a command's name, read as the rest of a sentence. `alone`: nothing else of the
 * line was known by its shape, so that a doubt is enough. Takes folded text.
 */
export function soundsLikeTalk(words: string, alone: boolean): boolean {
  if (words === '') return false
  if (GOES_ON.test(words) || ASKS.test(words)) return true
  return alone && (OPENS_TALK.test(words) || ENDS_TALK.test(words))
}
