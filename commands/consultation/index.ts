import { commentCommand, consultCommand, feedbackCommand, regulationCommand } from './comment.js'
import { contactCommand, taskCommand } from './contact.js'
import { topicAnswerCommands, topicCommand } from './topic.js'

export const consultationCommands = [
  consultCommand,
  feedbackCommand,
  commentCommand,
  regulationCommand,
  topicCommand,
  ...topicAnswerCommands,
  contactCommand,
  taskCommand,
]
