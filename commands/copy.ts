import { ROLES, type Role } from '../station/roles.js'
import type { Argument } from './arguments.js'
import type { Command } from './command.js'

/** The roles a refusal names: the others are rarely in the group. */
const NAMED: readonly Role[] = ['convenor', 'liaison', 'deputy']

/** The largest file the house reads, megabytes. */
export const MOST_FILE_MB = 25

/** Sentences of the front desk itself; every feature keeps its own beside it. */
export const copy = {
  noSuchHour: (said: string) => `没有${said}这个钟点`,
  /** What the outbox holds in place of words that only one person may read. */
  secret: '（原话，只发本人）',
  stranger: (name: string, liaison: string | null) =>
    `${name}，您还不在本站名册里，暂时不能使用命令。请联系${liaison ? `联络员${liaison}` : '联络员'}登记。`,
  notAllowed: (command: Command) =>
    `“${command.name}”由${(command.who.some((role) => NAMED.includes(role))
      ? command.who.filter((role) => NAMED.includes(role))
      : command.who
    )
      .map((role) => ROLES[role])
      .join('、')}使用。需要时请在群里告诉他们，或回“帮助”看您能做什么。`,
  elsewhere: (command: Command) =>
    command.where[0] === 'group' ? `“${command.name}”请在群里说。` : `“${command.name}”涉及个人信息，请私聊我说。`,
  incomplete: (command: Command, missing: readonly Argument<unknown>[], wrong: readonly string[]) => {
    const lacks = missing.length > 0 ? `还缺${missing.map((argument) => argument.label).join('、')}` : ''
    return `${[...wrong, lacks].filter(Boolean).join('；')}。例：${command.examples[0]}`
  },
  whichStation: (names: readonly string[]) =>
    `您在${names.length}个站，这条要用在哪个站？\n${names.map((name, index) => `${index + 1} ${name}站`).join(names.length > 4 ? '、' : '\n')}\n回序号即可。`,
  offer: (line: string) => `您是想“${line}”吗？回“是”就办。`,
  whichQuestion: (name: string, about: readonly string[]) =>
    `${name}，有${about.length}件事在等您答复：${about.map((no, index) => `${index + 1} ${no}`).join('、')}。请一起回，例：${about.map((_, index) => `${index + 1}是`).join(' ')}`,
  reading: '正在看您的意思，请稍等。',
  notUnderstood: '没看懂这句。回“帮助”看我能做什么；群众意见请以“意见”开头发来。',
  tooLong: (limit: number) => `这条超过${limit}字，没有处理。请分成几条发来，每条写一件事。`,
  fileTooLarge: `文件超过${MOST_FILE_MB}MB，没有收下。请分成几份，或去掉图片后再发。`,
  failed: (seq: number) => `这条没有办成，系统出了差错（编号 ${seq}），已记下。请稍后再发一次。`,
}
