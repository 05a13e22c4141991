import type { Suggestion } from '../../prisma/generated/client.js'
import { firstStepTowards } from '../../station/handling/first-step.js'
import { SUGGESTION_ROAD } from '../../station/suggestion/road.js'
import { SUGGESTION_STATES } from '../../station/suggestion/states.js'
import type { SuggestionRefusal } from '../../station/suggestion/suggestion-event.js'
import type { SuggestionEventName } from '../../station/suggestion/transitions.js'
import { dayText } from '../opinion/copy.js'
import { STEP_NAMES } from './step-names.js'

/** Said with the same words as the step of the whole, and the unit's name. */
const OF_ONE: readonly SuggestionEventName[] = ['partReply', 'partReturn', 'partReassign']

/** How the steps on the road are typed. Registration is told together with the hand-over. */
const LINES: Partial<Record<SuggestionEventName, (no: number) => string>> = {
  submit: (no) => `J${no} 已提交 编号 …（先在官方系统提交）`,
  register: (no) => `J${no} 交办 承办单位 日期`,
  assign: (no) => `J${no} 交办 承办单位 日期`,
  reassign: (no) => `改派 J${no} 承办单位`,
  reply: (no) => `J${no} 答复 单位 内容`,
  replyAgain: (no) => `J${no} 答复 单位 内容`,
  rate: (no) => `满意 J${no}（或“基本满意”“不满意”）`,
}

/** Why a step was not taken, and what can be done instead. */
export function refusalText({ no }: Suggestion, refusal: SuggestionRefusal): string {
  switch (refusal.code) {
    case 'illegal': {
      const refused = `J${no} 现在是“${SUGGESTION_STATES[refusal.state].label}”，不能“${STEP_NAMES[refusal.event]}”。`
      const first = firstStepTowards(refusal.state, refusal.event, SUGGESTION_ROAD)
      const line = first && LINES[first]
      if (line) return `${refused}要先办这一步：${line(no)}`
      if (refusal.event === 'reply' && ['replied', 'repliedAgain', 'rated'].includes(refusal.state))
        return `J${no} 已经答复过了（${SUGGESTION_STATES[refusal.state].label}）。记错了可以“撤销”；代表不满意请发：不满意 J${no}`
      const next = refusal.allowed.filter((event) => !OF_ONE.includes(event))
      return next.length > 0
        ? `${refused}可以：${next.map((event) => STEP_NAMES[event]).join('、')}。`
        : `${refused}这件已经结束。`
    }
    case 'notYours':
      return `“${STEP_NAMES[refusal.event]}”由${refusal.who.includes('lead') ? '领衔代表或' : ''}联络员办理，可以请他们发“${STEP_NAMES[refusal.event]} J${no}”。`
    case 'titleNeeded':
      return `J${no} 还没有标题。例：J${no} 标题 关于增设社区儿科门诊的建议`
    case 'textNeeded':
      return `请写上内容。例：J${no} 答复 卫健委 已采纳`
    case 'reasonNeeded':
      return `请写上理由。例：J${no} 退办 不属我委职责`
    case 'unitNeeded':
      return `请写上承办单位。例：J${no} 交办 卫健委`
    case 'platformNoNeeded':
      return `请在官方系统提交后，把编号告诉我。例：J${no} 已提交 编号 2026-015`
    case 'namesMissing':
      return `议案素材还差${refusal.missing}人联名。请代表们回“联名 J${no}”。`
    case 'notFiledHere':
      return '议案须在大会期间按程序提出，本站只存素材，不代为提交。'
    case 'dateInFuture':
      return `${dayText(refusal.on)}还没有到，请写今天或以前的日期。`
    case 'dateTooEarly':
      return `${dayText(refusal.on)}早于上一步（${dayText(refusal.notBefore)}），请核对日期。`
    case 'sameUnit':
      return `J${no} 本来就由${refusal.unit}承办，没有改动。`
    case 'unitTwice':
      return `${refusal.unit}不能既主办又会办，请再写一次。例：J${no} 交办 主办 卫健委 会办 医保局`
    case 'severalNeeded':
      return `分办要写两家以上。例：J${no} 交办 分办 卫健委、教育局`
    case 'returnTooLate':
      return `退办期限已过（${dayText(refusal.dueOn)}），按规定逾期不作调整。`
    case 'promiseOpen':
      return `J${no} 的答复还有承诺没到，兑现后再办结。`
    case 'promiseNeeded':
      return `请写承诺日期。例：J${no} 跟踪 12月31日`
    case 'nothingPromised':
      return `J${no} 的答复没有承诺，不用跟踪。`
    case 'promiseInPast':
      return `承诺日期${dayText(refusal.promisedOn)}已经过去，请写将来的日期。`
    case 'calendarUnpublished':
      return `${refusal.year}年的放假安排还没有公布，退办期限算不出来。`
  }
}
