import { correctCommand } from './correct.js'
import { cumulativeCommand, historyCommand } from './history.js'
import { ledgerCommand } from './ledger.js'
import { columnsCommand } from './own-columns.js'
import { sealCommand, verifyCommand } from './seal/commands.js'

export const ledgerCommands = [
  ledgerCommand,
  columnsCommand,
  sealCommand,
  verifyCommand,
  correctCommand,
  historyCommand,
  cumulativeCommand,
]
