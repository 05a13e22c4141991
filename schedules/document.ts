import type { StationContext, StoredFile } from '../commands/context.js'
import { copy } from '../commands/documents/copy.js'
import type { DocumentRequest } from '../commands/documents/document.js'
import { documents } from '../commands/documents/index.js'
import { DOCUMENT_JOB } from '../commands/documents/request.js'
import { preparedJob, type Slot } from './job.js'

/** Documents asked for by a command: read and made before the transaction, kept on the shelf, sent by it. */
export const documentJob = preparedJob({
  name: DOCUMENT_JOB,
  graceMinutes: Number.POSITIVE_INFINITY,
  slots: () => [],
  async prepare({ db, station, slot, now, services }): Promise<{ file: StoredFile | null; text: string | null }> {
    const { kind, args, personId } = requestOf(slot)
    const maker = documents[kind]
    if (!maker) throw new Error(`nobody makes documents of kind ${kind}`)
    const { file, text = null } = await maker.make({ db, station, now, services, personId, args })
    return { file: file ? await services.files.save(file) : null, text }
  },
  async run(context, slot, { file, text }) {
    if (file) await answer(context, slot, file.name, file)
    const words = text ?? (await wordsOf(context, slot))
    if (words !== null) await answer(context, slot, words)
  },
  slow: (context, slot) => answerAsker(context, slot, copy.working),
  async failed(context, slot) {
    await answerAsker(context, slot, copy.failed)
    const words = await wordsOf(context, slot)
    if (words !== null) await answer(context, slot, words)
  },
})

const requestOf = (slot: Slot): DocumentRequest => slot.payload as unknown as DocumentRequest

async function wordsOf(context: StationContext, slot: Slot): Promise<string | null> {
  const { kind, args } = requestOf(slot)
  return (await documents[kind]?.words?.(context, args)) ?? null
}

function answer(context: StationContext, slot: Slot, text: string, file?: StoredFile): Promise<void> {
  const options = { urgent: true, ...(file && { file }) }
  return requestOf(slot).toGroups ? context.announce(text, options) : answerAsker(context, slot, text, file)
}

/** What a group need not read: that a file takes a while, or failed. */
function answerAsker(context: StationContext, slot: Slot, text: string, file?: StoredFile): Promise<void> {
  const { roomId, personId } = requestOf(slot)
  const options = { urgent: true, ...(file && { file }) }
  return roomId === null ? context.tell(personId, text, options) : context.tellRoom(roomId, text, options)
}
