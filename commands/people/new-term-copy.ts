/** Sentences about terms of office. */
export const copy = {
  confirm: (level: string, term: string, names: number, old: string) =>
    `换届：本站${names}名${level}代表的${old}任期将归档（身份、角色、起止日期都留存，不删除），之后请按${term}名册“导入名单”或“登记”。\n确定请回“确认换届”，不换回“放弃换届”。`,
  nobody: (level: string) => `本站现在没有${level}代表，不用换届。`,
  done: (level: string, names: number, roles: number, term: string) =>
    `已归档${names}名${level}代表，其担任的${roles}项角色同时到期。请按${term}名册“导入名单”或“登记”；回“历届”可查。`,
  given: '没有换届，名册不变。',
  past: (rows: readonly { term: string; level: string | null; count: number }[]) =>
    rows.length === 0
      ? '还没有归档的届次。'
      : `历届：${rows.map(({ term, level, count }) => `${term}${level ?? ''}代表${count}名`).join('、')}。`,
  ofTerm: (term: string, names: readonly string[]) =>
    names.length === 0 ? `没有${term}的归档。` : `${term}：${names.join('、')}（共${names.length}名）。`,
}
