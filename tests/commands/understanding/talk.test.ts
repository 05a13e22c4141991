import { expect, it } from 'vitest'
import { commands } from '../../../commands/index.js'
import { readWords } from '../../../commands/understanding/read-plain.js'
import { Temporal } from '../../../station/time/civil.js'

const now = Temporal.ZonedDateTime.from('2026-11-23T09:00[Asia/Shanghai]')

/** How any word may stand in everyday talk. A new command, whatever its name, must be met with silence in all of these. */
const SENTENCES: readonly ((word: string) => string)[] = [
  (word) => `${word}的事明天再说`,
  (word) => `${word} 的事回头再议`,
  (word) => `${word}好了吗`,
  (word) => `${word} 好了吗？`,
  (word) => `${word}写好了吗？`,
  (word) => `${word}发我一下`,
  (word) => `${word} 发我一下`,
  (word) => `${word} 发群里了`,
  (word) => `${word}很好`,
  (word) => `${word} 很重要`,
  (word) => `${word}还没定`,
  (word) => `${word} 还没定`,
  (word) => `${word}，大家辛苦了`,
  (word) => `${word}，要抓紧`,
  (word) => `${word}、会议都很重要`,
  (word) => `${word} 我看了，不错`,
  (word) => `${word} 大家都看看`,
  (word) => `${word} 谁负责？`,
  (word) => `${word} 怎么弄啊`,
  (word) => `${word} 可以改吧`,
  (word) => `这个${word}不错`,
  (word) => `关于${word}，下周再议`,
  (word) => `你们的${word}呢`,
  (word) => `李主任说${word}要加强`,
  (word) => `没有${word}`,
  (word) => `@张敏 ${word}`,
]

/** 意见, 反映: whatever is set off behind them is what somebody has to say. 帮助 and 条例 take the word that follows as a topic. */
const HEAR_ANYTHING = ['意见', '记意见', '群众意见', '反映', '建言', '献策', '金点子', '条例', '法规']
/** Said to the bot itself, whatever the tone. */
const TO_THE_BOT = ['怎么用', '你能做什么', 'help', '+1']

const names = [...new Set(commands.flatMap(({ name, aliases }) => [name, ...aliases]))].filter(
  (name) => !HEAR_ANYTHING.includes(name) && !TO_THE_BOT.includes(name),
)

it.each(SENTENCES.map((sentence) => [sentence('〇'), sentence] as const))(
  'no command word wakes the bot in “%s”',
  (_, sentence) => {
    const answered = names.flatMap((name) => {
      const line = sentence(name)
      const reading = readWords(line, commands, { now })
      return reading.kind === 'silence' ? [] : [`${line} → ${reading.kind} ${reading.command.name}`]
    })
    expect(answered).toEqual([])
  },
)
