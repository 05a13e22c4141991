/** npm run manual: writes docs/commands.md from the command objects. With --check: exit 1 when it is out of date. */
import { readFileSync, writeFileSync } from 'node:fs'
import { ROLES } from '../station/roles.js'
import type { Command } from './command.js'
import { commands } from './index.js'

const FILE = 'docs/commands.md'
const PLACES = { group: '群里', private: '私聊' }

function entry({ name, aliases, summary, who, where, args, examples }: Command): string {
  const parts = Object.values(args).map(({ label, optional }) => (optional ? `〔${label}〕` : label))
  return [
    `### ${name}`,
    '',
    `${summary}。`,
    '',
    ...(parts.length > 0 ? [`- 写法：${[name, ...parts].join(' ')}（〔〕里的可以不写）`] : []),
    ...(aliases.length > 0 ? [`- 也可以说：${aliases.join('、')}`] : []),
    `- 谁能用：${who.map((role) => ROLES[role]).join('、')}；${where.map((place) => PLACES[place]).join('、')}`,
    ...examples.map((example) => `- 例：\`${example}\``),
    '',
  ].join('\n')
}

const text = [
  '# 命令手册',
  '',
  '本页由程序里的命令定义生成，请勿手改（`npm run manual`）。命令不用 @助手，编号大小写都行，全角半角都行。',
  '',
  ...commands.map(entry),
].join('\n')

if (!process.argv.includes('--check')) writeFileSync(FILE, text)
else if (readFileSync(FILE, 'utf8') !== text) {
  console.error(`${FILE} is out of date: run npm run manual and commit it`)
  process.exitCode = 1
}
