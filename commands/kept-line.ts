import type { Services } from './context.js'

const SCOPE = 'Question'

/** A line that waits in a question to be done later. It may hold anything a person typed, so it is kept sealed. */
export const sealLine = (services: Services, line: string): { sealed: string } => ({
  sealed: Buffer.from(services.seal(line, SCOPE)).toString('base64'),
})

export const openLine = (services: Services, payload: unknown): string =>
  services.unseal(Buffer.from((payload as { sealed: string }).sealed, 'base64'), SCOPE)
