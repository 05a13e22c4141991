import { articleCommand, posterCommand } from './article.js'
import { channelCommand, linkCommand, publicityStatisticsCommand } from './channel.js'
import { noticeCommand } from './notice.js'
import { takeawaySummaryCommand } from './takeaways.js'

export const publicityCommands = [
  articleCommand,
  posterCommand,
  noticeCommand,
  publicityStatisticsCommand,
  channelCommand,
  linkCommand,
  takeawaySummaryCommand,
]
