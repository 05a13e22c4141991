import type { Command } from '../command.js'
import { guarded } from '../opinion/without-numbers.js'
import { commentCommand, consultCommand, consultListCommand, feedbackCommand, regulationCommand } from './comment.js'
import { exportCommentsCommand } from './comments-document.js'
import { contactCommand } from './contact.js'
import { findingCommand, reportTopicCommand, showTopicCommand } from './finding.js'
import { taskCommand, taskListCommand, taskReportedCommand, tasksCommand } from './task.js'
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
    tasksCommand,
    taskCommand,
    taskListCommand,
    taskReportedCommand,
  ].map(guarded),
]
