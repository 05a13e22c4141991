/** What shows that a rule of a station is lived by, by the words in its title; the first that matches is meant. */
export const RULE_TRACES = [
  { trace: 'turns', says: /轮值|召集人/u },
  { trace: 'receptions', says: /接待|值班|进站/u },
  { trace: 'study', says: /学习|培训/u },
  { trace: 'meetings', says: /联席|例会|会议|议事/u },
  { trace: 'opinions', says: /意见|建议|反馈|办理|督办|转办/u },
  { trace: 'research', says: /视察|调研|走访|检查/u },
  { trace: 'attendance', says: /考勤|请假|签到|考核/u },
  { trace: 'publicity', says: /公示|宣传|公开/u },
  { trace: 'files', says: /档案|台账|登记|履职/u },
  { trace: 'activities', says: /活动|工作|机制|职责/u },
] as const

export type RuleTrace = (typeof RULE_TRACES)[number]['trace']

/** null: no record could show it. */
export const traceOf = (title: string): RuleTrace | null =>
  RULE_TRACES.find(({ says }) => says.test(title))?.trace ?? null
