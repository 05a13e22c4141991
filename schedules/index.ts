import { dutyReminders } from './duty-reminder.js'
import type { Job } from './job.js'
import { summary } from './summary.js'
import { turnReminders } from './turn-reminder.js'

export const jobs: readonly Job[] = [...dutyReminders, ...turnReminders, summary]
