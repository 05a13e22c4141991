import type { AnswerHandler, CommandContext } from '../context.js'
import { copy } from '../copy.js'

const YES = /^(?:是|是的|对|对的|好|好的|嗯|行|可以|确认|ok|yes|y)$/i
const NO = /^(?:不|不是|不用|不对|否|算了|no|n)$/i

/** A guess is never executed: it is offered, and done only when the person says so. */
export const offerLine = (context: CommandContext, line: string): Promise<void> =>
  context.ask({ kind: 'offer', payload: { line }, text: copy.offer(line) })

export const offerAnswer: AnswerHandler<boolean> = {
  accepts: (folded) => (YES.test(folded) ? true : NO.test(folded) ? false : undefined),
  run: async (context, { line }, yes) => {
    if (yes) await context.runLine(line as string)
  },
}
