import { quietCommand } from './quiet.js'

export const quietCommands = [quietCommand]
