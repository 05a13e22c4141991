import { STAGES, type StageId } from './channels.js'
import { STAGE_EXAMPLES } from './examples/stages.js'
import { type Base, type Labelled, type Memory, propose, trainBase } from './learner.js'
import { stageByForm } from './stage-forms.js'

/** Words that name the stage by themselves. */
const WORDS: Readonly<Record<StageId, string>> = {
  decision:
    '建议出台 建议制定 建议修改 建议修订 建议取消 建议增设 建议建立 希望制定 希望增设 立法 条例 草案 征求意见 规划 方案 选址 论证 听证 决策 列入 纳入 标准 预算 试点 能否 能不能 应当规定 重新考虑',
  execution: '没人修 办事 窗口 排队 收费 太少 太贵 不方便 享受不到 不会办 执行',
  supervision:
    '进度 拖延 拖了 没兑现 承诺 答应 说好 反弹 整改 整治 验收 督办 督查 落实情况 没有落实 没有下文 没有答复 没有结果 没有回音 办结 走过场 照旧 投诉 举报 公示 公开 监督 期限 限期 至今 去年反映',
}

/** Below it nothing is proposed: a person may still say. */
const SURE_FROM = 0.5
/** From here on the words are believed against the form of the sentence: examples and what people said are plain. */
const PLAIN_FROM = 0.75

let base: Base | undefined

/** 决策, 执行, 监督落实 as their words and examples have them. */
export const stageBase = (): Base => {
  base ??= trainBase(
    STAGES.map(({ id }) => id),
    STAGES.flatMap(({ id }) =>
      [...WORDS[id].split(' '), ...STAGE_EXAMPLES[id].trim().split('\n')].map(
        (text): Labelled => ({ text, label: id }),
      ),
    ),
    Object.values(WORDS).flatMap((words) => words.split(' ').filter((word) => word.length > 1)),
  )
  return base
}

/** At which point of a policy's life the voice seems to be heard; null: not sure enough to say. */
export const proposeStage = (text: string, memory: readonly Memory[] = []): StageId | null => {
  const proposal = propose(stageBase(), text, memory)
  if (proposal && proposal.confidence >= PLAIN_FROM) return proposal.label as StageId
  return stageByForm(text) ?? (proposal && proposal.confidence >= SURE_FROM ? (proposal.label as StageId) : null)
}
