import type { Command } from '../command.js'
import { guarded } from '../opinion/without-numbers.js'
import { commentCommand, consultCommand, consultListCommand, feedbackCommand, regulationCommand } from './comment.js'
import { exportCommentsCommand } from './comments-document.js'
import { contactCommand, taskCommand } from './contact.js'
import { findingCommand, reportTopicCommand, showTopicCommand } from './finding.js'
import { inviteToTopicCommand, topicAnswerCommands, topicCommand, topicListCommand } from './topic.js'

export const consultationCommands: readonly Command[] = [
  ...[
    consultCommand,
    consultListCommand,
    feedbackCommand,
    commentCommand,
    regulationCommand,
    exportCommentsCommand,
    showTopicCommand,
    findingCommand,
    reportTopicCommand,
    topicCommand,
    inviteToTopicCommand,
    topicListCommand,
    ...topicAnswerCommands,
    contactCommand,
    taskCommand,
  ].map(guarded),
]
