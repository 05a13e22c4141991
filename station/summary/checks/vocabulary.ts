/**
 * Words of two or more characters a sentence may use although no record holds them: how officials tell what happened. None of them is a name, a
 * figure, a result or a judgement; 办结, 解决, 满意 and the like must come from the record itself.
 */
const WORDS = `
  本周 本月 本季度 本季 本年 今年 本期 期间 当月 以来 截至 目前 近期 此次 本次 其间
  本站 联络站 我站 站内 全站 代表 代表们 人大代表 召集人 轮值 联络员 群众 居民 市民 群众意见 意见 建议 活动 接待 值班 待办 事项 工作 情况 内容
  共计 合计 总计 累计 其中 包括 涉及 主要 集中在 集中 分别 分别为 另有 另外 此外 以及 其余 各类 方面 类别 分类
  开展 举办 举行 组织 进行 召开 安排 参加 参与 报名 到场 签到 出席 登记 收到 收集 记录 整理 汇总 接到 接收
  反映 提出 提到 表示 关注 诉求 问题 主题 围绕 针对 关于 有关 相关
  已经 正在 按照 根据
  时间 地点 定于 计划 预计 届时 之前 之后 上午 下午 晚上 中午 开始 结束 截止 到期 期限 下一步 后续 接下来 即将
  负责 担任 值守 主持 牵头 需要 注意 提醒 及时 继续 跟进 进展 状态 处于 当前 仍在 等待
  登记为 归为 属于 来自 发生在 位于 一起 一并 一是 二是 三是 四是 五是 统一 进一步 一般
  名额 人次
`
  .split(/\s+/u)
  .filter((word) => word !== '')

export const VOCABULARY: readonly string[] = [...new Set(WORDS)].sort((a, b) => b.length - a.length)

/** Single characters that only join: they cover themselves. Negations are not among them: 未 and 不 turn a record round. */
export const JOINING = new Set(
  '的了在和与及是为有于由向对将已到从至、等共各本其也都又并且或即则而以按就请需待该此这那上中下内外前后间时日月年号点分名位人件条场次项个第类',
)
