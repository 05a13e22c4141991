/** What rules and documents of stations are usually asked about: one of these behind 制度 or 文件 is a question, not talk. */
export const LIBRARY_TOPICS: ReadonlySet<string> = new Set(
  '请假 接待 轮值 换班 顶班 学习 培训 考勤 签到 档案 意见 建议 反馈 转办 督办 标识牌 标志牌 标牌 视察 调研 走访 公示 公示栏 经费 联席会 联席会议 述职 评价 积分 宣传 保密 台账 活动 召集人 站长 联络员 职责 六有 阵地 设施 场所 总结 计划'.split(
    ' ',
  ),
)
