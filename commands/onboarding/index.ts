import { cardCommand, processCommand } from './card.js'
import { briefCommand, explainCommand } from './explain.js'
import { editFaqCommand, faqCommand, faqVersionsCommand } from './faq.js'

export const onboardingCommands = [
  explainCommand,
  briefCommand,
  cardCommand,
  processCommand,
  faqCommand,
  editFaqCommand,
  faqVersionsCommand,
]
