import type { FileBoxInterface } from 'file-box'
import { puppet as grpc } from 'wechaty-grpc'
import type { payloads, types } from 'wechaty-puppet'
import { PuppetService } from 'wechaty-puppet-service'

type Manager = PuppetService['grpcManager']

/** `PuppetService` 1.19.9 with the parts set right that lose messages, keep stale names or end the process. */
export class SteadyPuppet extends PuppetService {
  /** A message has arrived, in the order of arrival. */
  onMessage: (messageId: string) => void = () => {}
  /** The event stream is gone; upstream only logs this, and notices a minute later. */
  onStreamLost: (reason: string) => void = () => {}
  /** Why the service could not be started, if so. */
  startFailure: unknown = null
  #cut = false

  /**
   * Upstream keeps payloads on disk under the home directory for ever; a name changed while the bot was down would never be
   * seen. The cache in memory is enough.
   */
  protected override hookPayloadStore(): void {}

  constructor(options: ConstructorParameters<typeof PuppetService>[0]) {
    super(options)
    const emit = this.emit.bind(this) as (name: string, payload: unknown) => boolean
    // Wechaty fetches a message the moment it hears of it, before its id is stored: a gateway that takes the fetch for a
    // receipt would not tell the next process of it. So messages go to `onMessage` alone; nobody listens to Wechaty's.
    const emitOthers = (name: string, payload: unknown): boolean => {
      if (name !== 'message') return emit(name, payload)
      this.onMessage((payload as payloads.EventMessage).messageId)
      return true
    }
    this.emit = emitOthers as PuppetService['emit']
  }

  /** Upstream waits five seconds and stops half-way when a start fails; we throw the whole puppet away instead. */
  override async onStart(): Promise<void> {
    try {
      await super.onStart()
    } catch (error) {
      this.startFailure = error
    }
  }

  /**
   * Leaves without the `stop` call of upstream: it logs the account out for whoever connects next, hangs on a dead line, and
   * upstream never cancels the stream, so that the gateway keeps it and refuses the next one.
   */
  override async onStop(): Promise<void> {
    this.#cut = true
    for (const cleanup of this._cleanupCallbackList.splice(0)) cleanup()
    const manager = this._grpcManager
    delete this._grpcManager
    if (!manager) return
    manager.eventStream?.cancel()
    try {
      manager.client.close()
    } catch {
      // It has no client when it never got as far as making one.
    }
  }

  protected override bridgeGrpcEventStream(manager: Manager): void {
    super.bridgeGrpcEventStream(manager)
    const lost = (reason: string): void => {
      if (!this.#cut) this.onStreamLost(reason)
    }
    manager.on('end', () => lost('the gateway ended the event stream'))
    manager.on('cancel', () => lost('the event stream was cancelled'))
    manager.on('error', (error: unknown) => lost(error instanceof Error ? error.message : String(error)))
  }

  override ding(data: string): void {
    if (this._grpcManager) super.ding(data)
  }

  /** Upstream does not await this call where it makes it, so that a failure would end the process. */
  override async dirtyPayload(type: types.Dirty, id: string): Promise<void> {
    try {
      await super.dirtyPayload(type, id)
    } catch {
      // The gateway's cache stays as it is for now; ours is emptied all the same, and the next refresh asks again.
    }
    this.onDirty({ payloadType: type, payloadId: id })
  }

  /** Upstream sends a file a second time, another way, after any error: also when the first one arrived. */
  override async messageSendFile(conversationId: string, fileBox: FileBoxInterface): Promise<string | undefined> {
    const request = new grpc.MessageSendFileRequest()
    request.setConversationId(conversationId)
    request.setFileBox(await this.serializeFileBox(fileBox))
    const response = await new Promise<grpc.MessageSendFileResponse>((resolve, reject) => {
      this.grpcManager.client.messageSendFile(request, settle(resolve, reject))
    })
    return response.getId() || response.getIdStringValueDeprecated()?.getValue()
  }

  /** Upstream asks a second time, another way, after any error, and the answer to that may never end. */
  override async messageFile(messageId: string): Promise<FileBoxInterface> {
    const request = new grpc.MessageFileRequest()
    request.setId(messageId)
    const response = await new Promise<grpc.MessageFileResponse>((resolve, reject) => {
      this.grpcManager.client.messageFile(request, settle(resolve, reject))
    })
    return this.FileBoxUuid.fromJSON(response.getFileBox())
  }
}

function settle<Answer>(resolve: (answer: Answer) => void, reject: (error: Error) => void) {
  return (error: Error | null, answer: Answer): void => (error ? reject(error) : resolve(answer))
}
