/** The fixed mechanisms of a station, as everybody should know them, and the words that begin each. */
export const PROCESSES: Readonly<Record<string, { steps: readonly string[]; first: string }>> = {
  意见: { steps: ['登记', '分类', '交办', '答复', '反馈', '评价', '归档'], first: '意见 社区医院缺儿科' },
  建议: { steps: ['起草', '联名', '提交', '交办', '办理沟通', '答复', '评价', '跟踪'], first: '起草建议 Y17' },
  活动: {
    steps: ['计划', '通知（提前3天）', '报名', '签到', '小结', '归档'],
    first: '建活动 义诊进社区 下周六上午9点 来凤街',
  },
  接待: { steps: ['排班', '公告（提前3天）', '提醒', '签到', '登记', '小结', '归档'], first: '排班 12月' },
  轮值: { steps: ['排轮值', '上岗', '交班', '接班确认'], first: '轮值表' },
  联席会: {
    steps: ['议题', '邀请', '材料', '会议', '纪要', '定办事项', '到期核对'],
    first: '建联席会 12月4日14:30 议题 基层医疗能力',
  },
}
