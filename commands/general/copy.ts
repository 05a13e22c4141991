import type { Activity } from '../../prisma/generated/client.js'
import { momentOf } from '../../station/time/civil.js'
import { describe } from '../../station/time/describe.js'
import type { Command } from '../command.js'

const MOST_EXAMPLES = 3

/** A line that somebody could send right now, and why it would make sense. */
export interface Tip {
  line: string
  why: string
}

/** What to do about a deed that 撤销 does not take back. */
const INSTEAD: Readonly<Record<string, string>> = {
  设角色: '要免去请回“免角色 角色 姓名”。',
  领导小组: '要免去请回“免角色 领导小组 姓名”。',
  认领: '认错了，请账号的主人用自己的邀请码重新绑定。',
  点名: '到截止时自己结束，不影响别的记录。',
}

export const copy = {
  overview: (name: string, tips: readonly Tip[]) =>
    [
      `${name}，现在可以这样发：`,
      ...tips.map(({ line, why }) => `${line}（${why}）`),
      '回“帮助 报名”看例子，回“帮助 全部”看所有命令。',
    ].join('\n'),
  tip: {
    join: ({ title, startsAt }: Activity) => `${title}，${describe(momentOf(startsAt))}`,
    leave: ({ title }: Activity) => `${title}，您已报名`,
    confirmDuty: (startsAt: Date) => `您${describe(momentOf(startsAt))}接待`,
    refer: (waiting: number) => `有${waiting}件意见待转办`,
    create: '建一个活动并开放报名',
    summary: '看本月小结',
    record: '登记一条群众意见',
    mine: '看自己报了什么',
  },
  related: (topic: string, commands: readonly Command[]) =>
    [
      `没有“${topic}”这条命令，相近的有：`,
      ...commands.map((command) => `${command.examples[0]}（${command.summary}）`),
    ].join('\n'),
  all: (commands: readonly Command[]) =>
    `您能用的命令：${[...new Set(commands.map(({ name }) => name))].join('、')}。\n回“帮助 命令名”看例子。`,
  /** Commands may share a name: 报名 H12, 报名 T3. */
  one: (commands: readonly [Command, ...Command[]]) =>
    [
      `${commands[0].name}：${[...new Set(commands.map(({ summary }) => summary))].join('；')}。`,
      ...commands
        .flatMap(({ examples }) => examples)
        .slice(0, MOST_EXAMPLES)
        .map((example) => `例：${example}`),
    ].join('\n'),
  noSuch: (word: string) => `没有“${word}”这条命令。回“帮助 全部”看所有命令。`,
  undone: (action: string, lines: readonly string[]) => `已撤销您刚才的“${action}”：${lines.join('；')}。`,
  undoneBy: (name: string, action: string, lines: readonly string[]) =>
    `${name}撤销了刚才的“${action}”：${lines.join('；')}。`,
  notUndoable: (action: string) =>
    `“${action}”不能用“撤销”收回。${INSTEAD[action] ?? '请用对应的命令改正，或联系联络员更正。'}`,
  nothingToUndo: (minutes: number) => `您${minutes}分钟内没有可撤销的操作。更早的请用“更正”或联系联络员。`,
  changedSince: (action: string) => `“${action}”之后已有别的变化，不能直接撤销。请联系联络员更正。`,
}
