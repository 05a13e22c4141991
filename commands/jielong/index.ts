import { compareCommand } from './compare.js'

export const jielongCommands = [compareCommand]
