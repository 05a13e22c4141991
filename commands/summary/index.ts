import type { Command } from '../command.js'

export const summaryCommands: readonly Command[] = []
