import type { StationContext } from '../commands/context.js'
import { copy } from '../commands/library/copy.js'
import { READ_DOCUMENT_JOB, type ReadDocument, storeDocument, storedText } from '../commands/library/document.js'
import { textOfFile } from '../commands/library/office-text.js'
import { preparedJob } from './job.js'

/** A document handed in as a file: its words are read outside the transaction, the file itself is kept whatever it is. */
export const readDocument = preparedJob({
  name: READ_DOCUMENT_JOB,
  graceMinutes: Number.POSITIVE_INFINITY,
  slots: () => [],
  async prepare({ slot, services }) {
    const { file } = slot.payload as unknown as ReadDocument
    return { text: textOfFile(file.name, await services.files.read(file.path)) }
  },
  async run(context, { payload }, { text }) {
    const { file, title, issuer, issuedOn, roomId, personId } = payload as unknown as ReadDocument
    const row = await storeDocument(context, { title, issuer, issuedOn, text: text ?? '', file })
    const said = text === null ? copy.keptOnly(row) : await storedText(context, row)
    await answer(context, { roomId, personId }, said)
  },
  slow: (context, { payload }) => {
    const request = payload as unknown as ReadDocument
    return answer(context, request, copy.reading(request.title))
  },
})

function answer(
  context: StationContext,
  { roomId, personId }: Pick<ReadDocument, 'roomId' | 'personId'>,
  text: string,
): Promise<void> {
  return roomId === null
    ? context.tell(personId, text, { urgent: true })
    : context.tellRoom(roomId, text, { urgent: true })
}
