import { askCommand } from './ask.js'

export const summaryCommands = [askCommand]
