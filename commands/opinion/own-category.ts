import { categoriesWith } from '../../station/opinion/own-categories.js'
import { LEADING } from '../../station/roles.js'
import { optional, text, word } from '../arguments.js'
import { command } from '../command.js'
import { ownCategoryCopy as copy } from './own-category-copy.js'

export const addCategoryCommand = command({
  name: '加类别',
  aliases: ['新增类别'],
  summary: '给本站加一个意见类别',
  args: { label: word('类别', '院前急救'), words: optional(text('常用词', '救护车、急救站、120')) },
  who: LEADING,
  changes: true,
  examples: ['加类别 院前急救 救护车、急救站、120'],
  async run({ change, station, settings, say }, { label, words = '' }) {
    const all = categoriesWith(settings.categories)
    if (all.some((category) => category.label === label)) return say(copy.known(label))
    const own = [...settings.categories, { label, words: words.split(/[\s,，、;；]+/).filter(Boolean) }]
    await change.update('Station', station.id, { settings: { ...(station.settings as object), categories: own } })
    await say(copy.added(label, all.length + 1))
  },
})

export const categoriesCommand = command({
  name: '类别列表',
  aliases: ['意见类别', '有哪些类别'],
  summary: '看本站的意见类别',
  who: LEADING,
  changes: false,
  examples: ['类别列表'],
  run: ({ settings, say }) => say(copy.list(categoriesWith(settings.categories).map(({ label }) => label))),
})
