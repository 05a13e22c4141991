import { createCommand } from './create.js'
import { listCommand, mineCommand, openCommand } from './list.js'
import { signUpCommand } from './sign-up.js'
import { leaveCommand, withdrawCommand } from './withdraw.js'

export const activityCommands = [
  createCommand,
  signUpCommand,
  withdrawCommand,
  leaveCommand,
  listCommand,
  openCommand,
  mineCommand,
]
