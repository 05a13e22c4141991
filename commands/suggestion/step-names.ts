import type { SuggestionEventName } from '../../station/suggestion/transitions.js'

/** What a step is called in the history and in refusals. */
export const STEP_NAMES: Readonly<Record<SuggestionEventName, string>> = {
  draft: '起草',
  openForNames: '征集联名',
  submit: '已提交',
  register: '登记',
  assign: '交办',
  returnAsNotOurs: '退办',
  reassign: '改派',
  receive: '签收',
  partReply: '部分答复',
  partReturn: '退办（一家）',
  partReassign: '改派（一家）',
  contact: '沟通',
  reply: '答复',
  rate: '评价',
  replyAgain: '再答复',
  track: '跟踪',
  promiseKept: '承诺兑现',
  promiseBroken: '承诺未兑现',
  close: '办结',
  archive: '归档',
  withdraw: '撤回',
}
