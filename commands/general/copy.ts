import type { AuditEntry } from '../../prisma/generated/client.js'
import type { Command } from '../command.js'

/** What a changed row is called when an undo names it. */
const THINGS: Readonly<Record<string, string>> = {
  SignUp: '报名',
  Activity: '活动',
  Opinion: '意见',
  LibraryDocument: '文件',
  DocumentRequirement: '要求',
  StandardItem: '标准',
  AssetLoan: '物资',
  CostLine: '经费',
  Honour: '荣誉',
  PublicityNote: '宣传记录',
  Suggestion: '建议',
  ResearchPiece: '成果',
  HistoryRecord: '历史活动',
  LedgerCorrection: '更正',
  LeaderNote: '批示',
  Target: '目标',
  Station: '本站设置',
}

export const copy = {
  overview: (name: string, commands: readonly Command[]) =>
    [
      `${name}，可以这样发：`,
      ...commands.slice(0, 4).map((command) => `${command.examples[0]}（${command.summary}）`),
      '回“帮助 报名”看例子，回“帮助 全部”看所有命令。',
    ].join('\n'),
  all: (commands: readonly Command[]) =>
    `您能用的命令：${commands.map((command) => command.name).join('、')}。\n回“帮助 命令名”看例子。`,
  one: (command: Command) =>
    [`${command.name}：${command.summary}。`, ...command.examples.slice(0, 3).map((example) => `例：${example}`)].join(
      '\n',
    ),
  noSuch: (word: string) => `没有“${word}”这条命令。回“帮助 全部”看所有命令。`,
  undone: (action: string, entries: readonly AuditEntry[]) => {
    const things = [...new Set(entries.flatMap(({ model }) => THINGS[model] ?? []))]
    return `已撤销您刚才的“${action}”${things.length === 0 ? '' : `（恢复${things.join('、')}）`}。`
  },
  nothingToUndo: (minutes: number) => `您${minutes}分钟内没有可撤销的操作。更早的请用“更正”或联系联络员。`,
  changedSince: (action: string) => `“${action}”之后已有别的变化，不能直接撤销。请联系联络员更正。`,
}
