import { readFileSync } from 'node:fs'
import { attend, type House } from '../../../commands/front-desk.js'
import { answers, commands } from '../../../commands/index.js'
import type { Tx } from '../../../prisma/change.js'
import { simulatedAccount, simulatedRoom } from '../../../prisma/fixtures/load.js'
import type { Stage } from '../../replay/stage.js'

export interface ForTheBot {
  say: string
  /** null: a question is expected. */
  means: string | null
  as?: string
}

const folder = 'tests/data/messages'

const rows = (file: string): ForTheBot[] =>
  readFileSync(`${folder}/${file}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ForTheBot)

export const forTheBot = rows('commands.jsonl')
/** Written after the reading was tuned to the others. */
export const writtenLater = rows('later.jsonl')

export const notForTheBot: string[] = readFileSync(`${folder}/silence.txt`, 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.replaceAll('\\n', '\n'))

export interface Reading {
  /** What became of it, as the inbox keeps it: command:报名, offered:…, incomplete:…, silent. */
  outcome: string
  /** The command that would have run, with its arguments; nothing runs. */
  ran: string[]
}

class Looked extends Error {}

/** Reads a line with the whole front desk, but no command runs and nothing is written. */
export async function reads(stage: Stage, line: string, as = '张敏'): Promise<Reading> {
  const ran: string[] = []
  const house: House = {
    commands: commands.map((command) => ({
      ...command,
      run: async (_, values) => {
        ran.push(`${command.name} ${canonical(values)}`)
      },
    })),
    answers,
    services: stage.services,
    botNames: ['助手', '联络站小助手'],
  }
  const now = stage.clock.now()
  let outcome = ''
  const look = async (db: Tx) => {
    const row = await db.inboxMessage.create({ data: { messageId: 'looked-at', arrivedAt: new Date(0) } })
    const incoming = {
      seq: row.seq,
      roomId: simulatedRoom('医疗代表群'),
      accountId: simulatedAccount(as),
      displayName: as,
      sentAtMs: now.epochMilliseconds,
      kind: 'text',
      text: line,
    }
    outcome = await attend(db, house, incoming, now)
    throw new Looked()
  }
  await stage.prisma.$transaction(look).catch((error: unknown) => {
    if (!(error instanceof Looked)) throw error
  })
  return { outcome, ran }
}

/** Where a phrase stood in the line, and what else it might have been taken for, is no part of what it means. */
const NOT_MEANT = ['span', 'apart', 'notThisWeek']

function canonical(values: Record<string, unknown>): string {
  return JSON.stringify(values, (key, value: unknown) => (NOT_MEANT.includes(key) ? undefined : value))
}
