import type { Job } from './job.js'

export const jobs: readonly Job[] = []
