import { activityJobs } from './activity.js'
import { convenorFirst } from './convenor-first.js'
import { discussion, discussionPurge } from './discussion.js'
import { documentJob } from './document.js'
import { dutyReminders, emptyDeskAlarm, rosterWatch } from './duty-reminder.js'
import { handlingParts } from './handling-parts.js'
import type { Job } from './job.js'
import { keepFile } from './keep-file.js'
import { historyImport, sealLastMonth } from './ledger.js'
import { assetReturns } from './library.js'
import { meetingReminders } from './meeting.js'
import { mondayPage } from './monday-page.js'
import { nudgeJobs } from './nudges.js'
import { welcomeNewcomers } from './onboarding.js'
import { opinionFollowUp } from './opinion-follow-up.js'
import { peopleJobs } from './people.js'
import { planJobs } from './plan.js'
import { planImport } from './plan-import.js'
import { readDocument } from './read-document.js'
import { readingJob } from './reading.js'
import { rosterImport } from './roster-import.js'
import { sortOpinionJob } from './sort-opinion.js'
import { deputyPaces, eventSuggestions, suggestionFollowUp } from './suggestion-follow-up.js'
import { summary } from './summary.js'
import { supervisionJob } from './supervision.js'
import { targetNudges } from './targets.js'
import { turnReminders } from './turn-reminder.js'

export const jobs: readonly Job[] = [
  ...activityJobs,
  ...planJobs,
  meetingReminders,
  ...peopleJobs,
  rosterImport,
  dutyReminders,
  emptyDeskAlarm,
  rosterWatch,
  ...turnReminders,
  ...convenorFirst,
  mondayPage,
  opinionFollowUp,
  suggestionFollowUp,
  handlingParts,
  supervisionJob,
  deputyPaces,
  eventSuggestions,
  assetReturns,
  planImport,
  readDocument,
  discussion,
  discussionPurge,
  summary,
  welcomeNewcomers,
  ...nudgeJobs,
  documentJob,
  keepFile,
  sealLastMonth,
  historyImport,
  targetNudges,
  readingJob,
  sortOpinionJob,
]
