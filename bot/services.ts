import type { FileShelf, Services } from '../commands/context.js'
import type { Sealer } from '../prisma/sealing.js'
import { ChannelError, type ChatPort } from './chat/port.js'
import { noModel } from './model/no-model.js'
import { phraseSummary } from './model/phrase-summary.js'
import type { ModelPort } from './model/port.js'
import { proposer } from './model/propose-line.js'
import { sortOpinion } from './model/sort-opinion.js'
import { press } from './press/press.js'

/** For all parts of one summary together. */
const PHRASE_DEADLINE_MS = 45_000

/** What the house lends to commands and jobs. */
export function servicesOf(
  sealer: Sealer,
  model: ModelPort,
  files: FileShelf,
  chat: ChatPort,
  feeds: Pick<Services, 'newSecret' | 'feedUrl'>,
): Services {
  return {
    seal: (text, scope) => sealer.seal(text, scope),
    unseal: (bytes, scope) => sealer.unseal(bytes, scope),
    stamp: (text) => sealer.stamp(text),
    sign: (text) => sealer.sign(text),
    signed: (text, mark) => sealer.signed(text, mark),
    hasModel: model.name !== noModel.name,
    sortOpinion: (text, among, stationId) => sortOpinion(model, text, among, stationId),
    phrase: (records, { id, roster }) =>
      phraseSummary(model, records, { stationId: id, roster, deadlineMs: PHRASE_DEADLINE_MS }),
    propose: proposer(model),
    press,
    files,
    ...feeds,
    download: (messageId) => download(chat, messageId),
  }
}

async function download(chat: ChatPort, messageId: string) {
  try {
    return await chat.download(messageId)
  } catch (error) {
    if (error instanceof ChannelError && error.outcome === 'refused') return null
    throw error
  }
}
