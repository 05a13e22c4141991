import { recordCommand } from './record.js'
import { recordQuotedCommand } from './record-quoted.js'
import { listOpinionsCommand, showCommand } from './show.js'

export const opinionCommands = [recordCommand, recordQuotedCommand, showCommand, listOpinionsCommand]
