import { withoutNumbers } from '../../station/privacy/numbers.js'
import { withoutResidents } from '../../station/privacy/spoken-residents.js'
import type { AnswerHandler, CommandContext, Services } from '../context.js'
import { copy } from '../copy.js'
import { openLine, sealLine } from '../kept-line.js'

const YES = /^(?:是|是的|对|对的|好|好的|嗯|行|可以|确认|ok|yes|y)$/i
const NO = /^(?:不|不是|不用|不对|否|算了|no|n)$/i

/** The question whose 是 runs a line: the only way to make one, because the line waits sealed. */
export const offerOf = (
  services: Services,
  line: string,
  text = copy.offer(withoutResidents(withoutNumbers(line))),
) => ({
  kind: 'offer',
  payload: sealLine(services, line),
  text,
})

/** A guess is never executed: it is offered, and done only when the person says so. */
export const offerLine = (context: CommandContext, line: string): Promise<void> =>
  context.ask(offerOf(context.services, line))

export const offerAnswer: AnswerHandler<boolean> = {
  accepts: (folded) => (YES.test(folded) ? true : NO.test(folded) ? false : undefined),
  run: async (context, payload, yes) => {
    if (yes) await context.runLine(openLine(context.services, payload))
  },
}
