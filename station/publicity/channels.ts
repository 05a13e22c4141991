/** Where things are made known, by the words people use, and how each is counted. */
const CHANNELS: readonly { name: string; counted: string; unit: string; says: RegExp }[] = [
  { name: '公众号', counted: '公众号', unit: '篇', says: /^(?:微信)?公众号$|^微信$/u },
  { name: '社区栏', counted: '社区公示', unit: '次', says: /^(?:社区|小区|村)?(?:公示栏|宣传栏|公告栏|社区栏|栏)$/u },
  { name: '报刊', counted: '报刊', unit: '篇', says: /^(?:报刊|报纸|日报|晚报|杂志|\S{2,8}(?:日报|晚报))$/u },
  { name: '网站', counted: '网站', unit: '篇', says: /^(?:网站|官网|人大网|新闻网|\S{2,8}网)$/u },
  { name: '电视', counted: '电视', unit: '次', says: /^(?:电视|电视台|广播|电台)$/u },
  { name: '视频号', counted: '视频号', unit: '条', says: /^(?:视频号|抖音|短视频)$/u },
  { name: '简报', counted: '简报', unit: '期', says: /^(?:简报|工作简报|信息)$/u },
]

/** The channel a word means; a word that is not known is its own channel. null: it cannot be one. */
export const channelOf = (word: string): string | null => {
  if ([...word].length > 12) return null
  return CHANNELS.find(({ says }) => says.test(word))?.name ?? word
}

/** 公众号6篇、社区公示4次, most first. */
export const countedChannels = (channels: readonly string[]): string[] => {
  const counts = new Map<string, number>()
  for (const channel of channels) counts.set(channel, (counts.get(channel) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([channel, count]) => {
      const row = CHANNELS.find(({ name }) => name === channel)
      return `${row?.counted ?? channel}${count}${row?.unit ?? '次'}`
    })
}
