/** How the matter reached the deputy (走、谈、访、问 and the modern ones), as people tag it. */
export const CHANNELS = [
  { id: 'visit', label: '走访', tags: ['走', '走访', '入户', '上门', '下沉'] },
  { id: 'talk', label: '座谈', tags: ['谈', '座谈', '座谈会', '恳谈'] },
  { id: 'reception', label: '接访', tags: ['访', '接访', '接待', '来访', '进站接待'] },
  { id: 'survey', label: '问卷', tags: ['问', '问卷', '问需', '调查'] },
  { id: 'hotline', label: '热线', tags: ['热线', '电话', '来电', '12345'] },
  { id: 'online', label: '网络', tags: ['网', '网络', '线上', '微信', '留言'] },
  { id: 'observation', label: '社区观察点', tags: ['观察点', '社区观察点'] },
  { id: 'relayed', label: '代转', tags: ['代', '代转', '代反映', '转'] },
] as const satisfies readonly { id: string; label: string; tags: readonly string[] }[]

export type ChannelId = (typeof CHANNELS)[number]['id']

/** At which point of a policy's life the voice is heard: 决策、执行、监督落实. */
export const STAGES = [
  { id: 'decision', label: '决策', tags: ['决策', '决策前', '立法'] },
  { id: 'execution', label: '执行', tags: ['执行', '执行中', '落实'] },
  { id: 'supervision', label: '监督落实', tags: ['监督', '监督落实', '督办'] },
] as const satisfies readonly { id: string; label: string; tags: readonly string[] }[]

export type StageId = (typeof STAGES)[number]['id']

export const URGENT_TAGS: readonly string[] = ['急', '紧急', '特急', '加急', '急件', '急难愁盼', '!', '!!', '!!!']

const byTag = <Id extends string>(rows: readonly { id: Id; tags: readonly string[] }[], tag: string): Id | undefined =>
  rows.find((row) => row.tags.includes(tag))?.id

export const channelOf = (tag: string): ChannelId | undefined => byTag<ChannelId>(CHANNELS, tag)
export const stageOf = (tag: string): StageId | undefined => byTag<StageId>(STAGES, tag)
