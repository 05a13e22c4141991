export const ownCategoryCopy = {
  known: (label: string) => `“${label}”已经有了。回“类别列表”看全部。`,
  added: (label: string, count: number) =>
    `已加类别“${label}”，本站共${count}类。改一件试试：类别 Y17 ${label}；改过的会被记住。`,
  list: (labels: readonly string[]) =>
    `本站意见类别${labels.length}个：${labels.join('、')}。要加请发：加类别 名称 常用词`,
}
