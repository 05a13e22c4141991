import type { Opinion } from '../../prisma/generated/client.js'
import { firstStepTowards } from '../../station/handling/first-step.js'
import type { OpinionRefusal } from '../../station/opinion/opinion-event.js'
import { OPINION_ROAD } from '../../station/opinion/road.js'
import { OPINION_STATES } from '../../station/opinion/states.js'
import type { OpinionActor, OpinionEventName } from '../../station/opinion/transitions.js'
import { ROLES } from '../../station/roles.js'
import type { Temporal } from '../../station/time/civil.js'
import { STEP_NAMES } from './step-names.js'

const ACTORS: Partial<Record<OpinionActor, string>> = { ...ROLES, author: '登记人', unit: '承办单位' }
const NAMED: readonly OpinionActor[] = ['author', 'deputy', 'convenor', 'liaison']
/** Taken by the program, or said with the same words as the step of the whole. */
const UNSAID: readonly OpinionEventName[] = [
  'queue',
  'archive',
  'tellDeputy',
  'partReply',
  'partReturn',
  'partReassign',
]
const day = (date: Temporal.PlainDate): string => `${date.month}月${date.day}日`

const SHOWN = 4
const likelier = (a: OpinionEventName, b: OpinionEventName): number => rank(a) - rank(b)
const rank = (event: OpinionEventName): number => {
  const at = OPINION_ROAD.steps.indexOf(event)
  return at < 0 ? OPINION_ROAD.steps.length : at
}

/** How the steps on the road are typed. */
const LINES: Partial<Record<OpinionEventName, (no: number) => string>> = {
  supplement: (no) => `改 Y${no} 完整内容`,
  separate: (no) => `拆开 Y${no}`,
  reconsider: (no) => `重新受理 Y${no}`,
  refer: (no) => `转 Y${no} 承办单位`,
  reassign: (no) => `改派 Y${no} 承办单位`,
  reply: (no) => `答复 Y${no} 单位 内容`,
  passOn: (no) => `已转告 Y${no}`,
  rate: (no) => `满意 Y${no}`,
}

/** Why a step was not taken, and what can be done instead. */
export function refusalText({ no }: Opinion, refusal: OpinionRefusal): string {
  switch (refusal.code) {
    case 'illegal': {
      const refused = `Y${no} 现在是“${OPINION_STATES[refusal.state].label}”，不能“${STEP_NAMES[refusal.event]}”。`
      const first = firstStepTowards(refusal.state, refusal.event, OPINION_ROAD)
      const line = first && LINES[first]
      if (line) return `${refused}要先办这一步：${line(no)}`
      if (refusal.event === 'reply' && OPINION_STATES[refusal.state].answered)
        return `Y${no} 已经答复过了（${OPINION_STATES[refusal.state].label}）。记错了可以“撤销”；群众不满意请发：不满意 Y${no}`
      const next = refusal.allowed.filter((event) => !UNSAID.includes(event)).sort(likelier)
      return next.length > 0
        ? `${refused}可以：${next
            .slice(0, SHOWN)
            .map((event) => STEP_NAMES[event])
            .join('、')}。`
        : `${refused}这件已经结束。`
    }
    case 'notYours':
      return `“${STEP_NAMES[refusal.event]}”由${NAMED.filter((actor) => refusal.who.includes(actor))
        .map((actor) => ACTORS[actor])
        .join('、')}办理。可以请他们发“${STEP_NAMES[refusal.event]} Y${no}”。`
    case 'tooLate':
      return `Y${no} 登记已过24小时，自己不能改了。请联络员办理。`
    case 'contentNeeded':
      return `Y${no} 还没有内容。请发：改 Y${no} 内容`
    case 'reasonNeeded':
      return `请写上理由。例：退办 Y${no} 不是我委职责 建议医保局`
    case 'unitNeeded':
      return `请写上承办单位。例：转 Y${no} 卫健委`
    case 'textNeeded':
      return `请写上答复内容。例：答复 Y${no} 卫健委 已协调增加儿科门诊`
    case 'sameOpinion':
      return `Y${no} 不能并到自己。例：合并 Y${no} 到 Y${no > 1 ? no - 1 : no + 1}`
    case 'sameUnit':
      return `Y${no} 本来就在${refusal.unit}，没有改动。要改派请写另一个单位。`
    case 'noReply':
      return `Y${no} 还没有答复，不能办结。先发：答复 Y${no} 单位 内容`
    case 'replyInFuture':
      return `${day(refusal.on)}还没有到，答复日期请写今天或以前。`
    case 'notPassedOn':
      return `Y${no} 还没有转告群众。转告后回“已转告 Y${no}”；确实无法转告，请写理由：办结 Y${no} 理由……`
    case 'promiseOpen':
      return `Y${no} 的答复还有承诺${refusal.promisedOn ? `（${day(refusal.promisedOn)}）` : ''}没到，不能办结；兑现后回“兑现 Y${no}”。`
    case 'promiseNeeded':
      return `请写承诺日期。例：跟踪 Y${no} 12月31日`
    case 'nothingPromised':
      return `Y${no} 的答复没有承诺，不用跟踪；可以“办结 Y${no}”。`
    case 'promiseInPast':
      return `承诺日期${day(refusal.promisedOn)}已经过去，请写将来的日期。`
  }
}
