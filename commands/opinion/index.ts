import { recordCommand } from './record.js'
import { listOpinionsCommand, showCommand } from './show.js'

export const opinionCommands = [recordCommand, showCommand, listOpinionsCommand]
